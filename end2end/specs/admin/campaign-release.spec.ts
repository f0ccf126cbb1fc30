// One campaign, from the menu of its row: preview, confirmation, result, undo.
import { choose, pick } from '../../support/release-form.ts'
import { addReplies, createCampaign, holders } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('an admin releases the unreplied conversations of one campaign', async ({ page, enterAs, organization, javaScriptEnabled }) => {
  const live = javaScriptEnabled !== false
  const { admin, ann } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 20, holder: ann },
    { minutes: 90, holder: ann },
  ])
  const others = await addReplies(await createCampaign(organization, 'By mail'), [{ minutes: 90, holder: ann }])
  await enterAs(admin, '/campaigns')
  const form = await choose(page, 'Early vote', 'Release Unreplied Conversations', live)
  await expect(form.getByRole('radio', { name: '1 h', exact: true })).toBeChecked()
  await expect(form).toContainText('1 reply on 1 campaign would go back to the pool.')
  await pick(form, '15 min', live)
  await expect(form).toContainText('2 replies on 1 campaign would go back to the pool.')
  expect(await holders(replies)).toEqual([ann.member, ann.member])

  await form.getByRole('button', { name: 'Execute Operation' }).click()
  await expect(form.getByRole('status').getByText('Released 2 replies on 1 campaign')).toBeVisible()
  expect(await holders(replies)).toEqual([null, null])
  expect(await holders(others)).toEqual([ann.member])
})

test('Cancel writes nothing', async ({ page, enterAs, organization, javaScriptEnabled }) => {
  const live = javaScriptEnabled !== false
  const { admin, ann } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(admin, '/campaigns')
  const form = await choose(page, 'Early vote', 'Release Unreplied Conversations', live)
  await expect(form).toContainText('1 reply on 1 campaign would go back')
  await form.getByRole(live ? 'button' : 'link', { name: 'Cancel' }).click()
  await expect(page.getByRole('button', { name: 'Execute Operation' })).toBeHidden()
  expect(await holders(replies)).toEqual([ann.member])
})

test('a campaign that is not auto-assigned has to be confirmed', async ({ page, enterAs, organization, javaScriptEnabled }) => {
  const live = javaScriptEnabled !== false
  const { admin, ann } = organization
  const campaign = await createCampaign(organization, 'By hand', false)
  const replies = await addReplies(campaign, [{ minutes: 90, holder: ann }])
  await enterAs(admin, '/campaigns')
  const form = await choose(page, 'By hand', 'Release Unreplied Conversations', live)
  await expect(form).toContainText('1 reply on 1 campaign would go back')
  await expect(form).toContainText('Auto-assign is off for this campaign')
  await expect(form.getByRole('link', { name: 'Turn auto-assign on' })).toHaveAttribute('href', `/campaigns/${campaign.id}/autoassign`)
  const execute = form.getByRole('button', { name: 'Execute Operation' })
  if (live) {
    await expect(execute).toBeDisabled()
  } else {
    await execute.click()
    await expect(page).toHaveURL(/\/release\?/)
    const confirmation = form.getByRole('checkbox', { name: /Release anyway/ })
    await expect(confirmation).toHaveAccessibleDescription(/^Auto-assign is off for this campaign\. Confirm/)
    await expect(form).toContainText('1 reply on 1 campaign would go back')
  }
  expect(await holders(replies)).toEqual([ann.member])
  await form.getByRole('checkbox', { name: /Release anyway/ }).check()
  await execute.click()
  await expect(form.getByRole('status').getByText('Released 1 reply on 1 campaign')).toBeVisible()
  expect(await holders(replies)).toEqual([null])
})

test('where nothing would be released there is nothing to execute, and the reason is said', async ({ page, enterAs, organization, javaScriptEnabled }) => {
  const live = javaScriptEnabled !== false
  const { admin, ann } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(admin, '/campaigns')
  const form = await choose(page, 'Early vote', 'Release Unsent Messages', live)
  await expect(form).toContainText('No unsent messages have been assigned that long. Nothing would be released.')
  await expect(form.getByRole('button', { name: 'Execute Operation' })).toBeDisabled()
  expect(await holders(replies)).toEqual([ann.member])
})

test('what nobody has taken is given back', async ({ page, enterAs, somebody, organization, javaScriptEnabled }) => {
  const live = javaScriptEnabled !== false
  const { admin, ann, ben } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 200, holder: ann },
    { minutes: 90, holder: ann },
  ])
  await enterAs(admin, '/campaigns')
  const form = await choose(page, 'Early vote', 'Release Unreplied Conversations', live)
  await expect(form).toContainText('2 replies on 1 campaign would go back')
  await form.getByRole('button', { name: 'Execute Operation' }).click()
  await expect(form.getByRole('status').getByText('Released 2 replies on 1 campaign')).toBeVisible()

  const bens = await somebody(ben, '/texts')
  await bens.getByLabel('How many?').fill('1')
  await bens.getByRole('button', { name: 'Request more texts' }).click()
  await expect.poll(() => holders(replies)).toEqual([ben.member, null])

  await form.getByRole('button', { name: 'Undo' }).click()
  const given = 'Undone: 1 of 2 replies returned; 1 was already picked up, answered or deleted'
  await expect(form.getByRole('status').getByText(given)).toBeVisible()
  expect(await holders(replies)).toEqual([ben.member, ann.member])
})

test('the figures of a campaign’s page follow what happens on it', async ({ page, enterAs, visit, somebody, organization, javaScriptEnabled }) => {
  const live = javaScriptEnabled !== false
  const { admin, ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const replies = await addReplies(campaign, [{ minutes: 20, holder: ann }, { minutes: 90, holder: ann }])
  const figure = (name: string) => page.locator('dl > div', { has: page.getByText(name, { exact: true }) }).locator('dd')
  const path = `/campaigns/${campaign.id}`
  await enterAs(admin, path)
  await expect(figure('Unhandled')).toHaveText('2')
  await expect(figure('In the pool')).toHaveText('0')
  await page.getByRole('link', { name: 'Release Unreplied Conversations' }).click()
  const form = live ? page.getByRole('dialog', { name: 'Release Unreplied Conversations' }) : page.getByRole('main')
  await pick(form, '15 min', live)
  await expect(form).toContainText('2 replies on 1 campaign would go back to the pool.')
  await form.getByRole('button', { name: 'Execute Operation' }).click()
  await expect(form.getByRole('status').getByText('Released 2 replies on 1 campaign')).toBeVisible()
  // Without a script by loading it.
  if (!live) await visit(path)
  await expect(figure('Unhandled')).toHaveText('0')
  await expect(figure('In the pool')).toHaveText('2')
  await expect(figure('Oldest wait')).toHaveText('1 h 30 min')
  expect(await holders(replies)).toEqual([null, null])

  // Another admin pauses it.
  const other = (await somebody(admin, path)).getByRole('region', { name: 'Pause' })
  await other.getByRole('button', { name: 'Pause' }).click()
  await other.getByRole('checkbox', { name: /Pause it anyway/ }).check()
  await other.getByRole('button', { name: 'Pause' }).click()
  if (!live) await visit(path)
  await expect(figure('State')).toHaveText('Paused')
})
