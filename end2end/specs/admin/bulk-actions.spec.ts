// Bulk actions of Message Review: chosen, counted, carried out, and undone.
import type { Page } from '@playwright/test'
import { expectAccessible } from '../../support/accessibility.ts'
import { addReplies, createCampaign, holders } from '../../support/replies.ts'
import { setRole } from '../../support/role.ts'
import { bulkActionRuns, releaseEnds } from '../../support/running.ts'
import { addTags } from '../../support/team.ts'
import { expect, test } from '../../support/test.ts'

/** What is ticked, chosen and unfolded stays, and so does the place in the list. */
async function readsOneMeanwhile(page: Page, isMobile: boolean) {
  const size = page.viewportSize() ?? { width: 1280, height: 800 }
  await page.setViewportSize({ ...size, height: 500 })
  const maya = page.getByRole('link', { name: /Maya Lin/ })
  await maya.scrollIntoViewIfNeeded()
  // It is out of sight where the page begins.
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0)
  await maya.click()
  const opened = page.getByRole('region', { name: 'Conversation' })
  await expect(opened.getByRole('heading', { name: 'Maya Lin' })).toBeVisible()
  if (isMobile) await page.getByRole('link', { name: 'Back to the list' }).click()
  await expect(page.getByRole('checkbox', { name: 'Tick Maya Lin' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Tick Omar Said' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Tick Zoe Ray' })).not.toBeChecked()
  await expect(page.getByLabel('What to do')).toHaveValue('reassign')
  await expect(maya).toBeInViewport()
  await page.setViewportSize(size)
}

/** Nor does it go when a preview is not carried out. */
async function reconsiders(page: Page) {
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(page.getByRole('checkbox', { name: 'Tick Maya Lin' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Tick Omar Said' })).toBeChecked()
  await expect(page.getByLabel('What to do')).toHaveValue('reassign')
}

test('two are ticked and reassigned: their texter hears it, whoever gets them has them, and it is undone', async ({
  page, enterAs, somebody, visit, organization, javaScriptEnabled, isMobile,
}) => {
  const { admin, ann, ben } = organization
  await setRole(organization, ben, 'supervolunteer')
  const campaign = await createCampaign(organization, 'Early vote')
  const replies = await addReplies(campaign, [
    { minutes: 90, holder: ann, name: 'Maya Lin' },
    { minutes: 30, holder: ann, name: 'Omar Said' },
    { minutes: 10, holder: ann, name: 'Zoe Ray' },
  ])
  const anns = await somebody(ann, '/texts')
  await expect(anns.getByRole('heading', { name: '3 replies to answer' })).toBeVisible()
  await enterAs(ben, '/review')
  await page.getByText('Change several').click()
  await page.getByLabel('What to do').selectOption('Reassign')
  await page.getByRole('button', { name: 'Preview' }).click()
  // Refused as long as it is not said to whom, and which.
  await expect(page.getByText('Choose who gets the conversations.')).toBeVisible()
  await page.getByLabel('To', { exact: true }).selectOption('Ada Admin')
  await page.getByRole('checkbox', { name: 'Tick Maya Lin' }).check()
  await page.getByRole('checkbox', { name: 'Tick Omar Said' }).check()
  if (javaScriptEnabled !== false) {
    await readsOneMeanwhile(page, isMobile)
    await reconsiders(page)
  }
  await page.getByRole('button', { name: 'Preview' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Reassign to Ada Admin' })).toBeVisible()
  await expect(page.getByText('2 conversations will be changed')).toBeVisible()
  await expect(page.getByText('Ann Texter: 2')).toBeVisible()
  expect(await holders(replies)).toEqual([ann.member, ann.member, ann.member])
  const steps = () => page.evaluate(() => history.length)
  const before = javaScriptEnabled === false ? 0 : await steps()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('status').getByText('2 conversations changed')).toBeVisible()
  expect(await holders(replies)).toEqual([admin.member, admin.member, ann.member])
  // Its page is the same, and one step back from it is the list.
  if (javaScriptEnabled !== false) expect(await steps()).toBe(before)

  if (javaScriptEnabled === false) await visit('/texts', anns)
  await expect(anns.getByRole('heading', { name: '1 reply to answer' })).toBeVisible()
  const losses = anns.getByRole('region', { name: 'Released from you' })
  await losses.getByText('2 conversations were taken from you.').click()
  await expect(losses.getByRole('listitem')).toHaveText(/by Ben Texter, in Message Review\.$/)

  // It stays in reach of whoever did it, who has no release history.
  await visit('/review')
  const recent = page.getByRole('region', { name: 'Your recent bulk changes' })
  await expect(recent.getByRole('listitem')).toHaveText(/Reassign to Ada Admin.*2 conversations changed.*min left to undo/s)
  if (isMobile) {
    // A conversation that is opened stands alone.
    await visit(`/review?open=${replies[2]?.id}`)
    await expect(page.getByRole('heading', { name: 'Zoe Ray' })).toBeVisible()
    await expect(recent).toHaveCount(0)
    await page.getByRole('link', { name: 'Back to the list' }).click()
  }
  await recent.getByRole('link', { name: 'Reassign to Ada Admin' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Reassign to Ada Admin' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to Message Review' }).click()
  await recent.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('status').getByText('Undone: 2 of 2 conversations returned')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Back to Message Review' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Message Review' })).toBeVisible()
  await expect(recent).toHaveCount(0)
  expect(await holders(replies)).toEqual([ann.member, ann.member, ann.member])
  if (javaScriptEnabled === false) await visit('/texts', anns)
  await expect(anns.getByRole('heading', { name: '3 replies to answer' })).toBeVisible()
})

test('all that match are tagged, closed and opted out, and the release history has each', async ({ page, enterAs, visit, organization }) => {
  const { admin, ann } = organization
  await addTags(organization, ['Yard sign'], [])
  const rent = await createCampaign(organization, 'Rent relief')
  const vote = await createCampaign(organization, 'Early vote')
  await addReplies(rent, [{ minutes: 90, holder: ann, name: 'Maya Lin' }, { minutes: 30, name: 'Omar Said' }])
  await addReplies(vote, [{ minutes: 10, holder: ann, name: 'Zoe Ray' }])
  await enterAs(admin, `/review?campaign=${rent.id}`)
  const bulk = async (change: string, tag?: string) => {
    await page.getByText('Change several').click()
    await page.getByLabel('All that match the filters').check()
    await page.getByLabel('What to do').selectOption(change)
    if (tag) await page.locator('.bulk').getByLabel('Tag', { exact: true }).selectOption(tag)
    await page.getByRole('button', { name: 'Preview' }).click()
    await expect(page.getByText('All that matched: Campaign: Rent relief')).toBeVisible()
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect(page.getByRole('status').getByText('2 conversations changed')).toBeVisible()
  }
  const found = page.getByRole('list', { name: 'Conversations found' }).getByRole('listitem')

  await bulk('Add a tag', 'Yard sign')
  await visit('/review')
  await expect(found).toHaveText([/Zoe Ray/, /Omar Said.*Yard sign/s, /Maya Lin.*Yard sign/s])
  await expect(found.first()).not.toContainText('Yard sign')

  await visit(`/review?campaign=${rent.id}`)
  await bulk('Close')
  await visit(`/review?campaign=${rent.id}&status=closed`)
  await expect(found).toHaveCount(2)

  await visit(`/review?campaign=${rent.id}`)
  await bulk('Opt out')
  await visit('/review')
  await expect(found).toHaveText([/Zoe Ray/, /Omar Said.*Opted out/s, /Maya Lin.*Opted out/s])

  await visit('/releases')
  await expect(page.locator('.record')).toContainText([/Opt out/, /Close/, /Add the tag “Yard sign”/])
  await page.locator('.record').first().getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Opt out' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Export CSV' })).toBeVisible()
  await expect(page.getByText('Takes back only what no one has changed since.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('status').getByText('Undone: 2 of 2 conversations returned')).toBeVisible()
})

test('one that takes long says how far it is, which takes the focus from nothing, and is stopped', async ({
  page, enterAs, visit, organization, javaScriptEnabled,
}) => {
  const { ann, ben } = organization
  await setRole(organization, ben, 'supervolunteer')
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  await enterAs(ben, '/review')
  await page.getByText('Change several').click()
  await page.getByLabel('All that match the filters').check()
  await page.getByLabel('What to do').selectOption('Close')
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('status').getByText('1 conversation changed')).toBeVisible()
  const action = Number(new URL(page.url()).pathname.split('/').at(-1))

  const release = await bulkActionRuns(organization, action, 50, 200)
  await visit(`/review/actions/${action}`)
  await expect(page.getByText('Changing: 50 of 200 conversations')).toBeVisible()
  const stop = page.getByRole('button', { name: 'Stop' })
  if (javaScriptEnabled !== false) {
    await expectAccessible(page, 'with a running bulk action')
    await stop.focus()
    await bulkActionRuns(organization, action, 150, 200)
    await expect(page.getByText('Changing: 150 of 200 conversations')).toBeVisible()
    await expect(page.getByRole('progressbar')).toHaveAttribute('value', '75')
    await expect(stop).toBeFocused()
  }
  await stop.click()
  await expect(page.getByText('Stopping…')).toBeVisible()
  await releaseEnds(release, 'cancelled', 160)
  await expect(page.getByRole('status').getByText('160 conversations changed, then it was canceled')).toBeVisible()
})
