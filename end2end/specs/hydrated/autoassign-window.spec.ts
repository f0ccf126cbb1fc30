// The window where it is more than a form: Save waits for a difference, and the row follows.
import { expectAccessible } from '../../support/accessibility.ts'
import { holdAnswer } from '../../support/late.ts'
import { choose } from '../../support/release-form.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'
import { timePasses } from '../../support/time.ts'

test('Save is there only when something differs, and the row follows', async ({ page, enterAs, organization }) => {
  await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, '/campaigns')
  const form = await choose(page, 'Early vote', 'Autoassign Mode', true)
  const save = form.getByRole('button', { name: 'Save' })
  const release = form.getByRole('switch', { name: /^Auto-release/ })
  await expect(release).toBeVisible()
  await expect(save).toBeDisabled()
  await release.check()
  await expect(save).toBeEnabled()
  await release.uncheck()
  await expect(save).toBeDisabled()
  await release.check()
  await page.route('**/api/campaigns/save-autoassign', async (route) => {
    await expect(form.getByText('Working…')).toBeVisible()
    await route.continue()
  })
  await save.click()
  await expect(form.getByText('Saved.')).toBeVisible()
  await expect(save).toBeDisabled()
  await expect(form.getByRole('button', { name: 'Close' })).toBeFocused()
  await expectAccessible(page, 'Autoassign Mode, saved')
  await form.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('row', { name: /Early vote/ })).toContainText('Auto-release on')
})

test('a switch that is pressed as the preview comes is switched', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 90, holder: organization.ann }])
  await enterAs(organization.admin, '/campaigns')
  const form = await choose(page, 'Early vote', 'Autoassign Mode', true)
  const [assign, release] = [/^Auto-assign/, /^Auto-release/].map((name) => form.getByRole('switch', { name }))
  await expect(form.getByText('Working…')).toBeHidden()
  const late = await holdAnswer(page, `/campaigns/${campaign.id}/autoassign?*auto_release=true*`)
  await release?.check()
  await late.read
  await expect(assign ?? form).toBeChecked()
  await assign?.hover()
  await page.mouse.down()
  await late.deliver()
  await page.mouse.up()
  await expect(assign ?? form).not.toBeChecked()
})

test('an open list and an open campaign say what keeps replies back for as long as it does', async ({ page, enterAs, somebody, organization }) => {
  const { admin } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(admin, '/campaigns')
  const other = await somebody(admin, `/campaigns/${campaign.id}`)
  const control = await somebody(admin, '/assignment')
  const mark = page.getByRole('row', { name: /Early vote/ }).getByText('No one can request its replies: requests are disabled')
  const reason = other.getByRole('region', { name: 'Autoassign Mode' }).getByText('Requests are disabled for your organization.')
  for (const enabled of [false, true]) {
    await control.getByRole('switch', { name: /^Requests enabled/ }).setChecked(enabled)
    if (!enabled) await control.getByLabel('Message while requests are disabled').fill('Back at ten.')
    await control.getByRole('button', { name: 'Save' }).click()
    await expect(control.getByText('Assignment Control is saved.')).toBeVisible()
    for (const said of [mark, reason]) await expect(said).toBeVisible({ visible: !enabled })
  }
})

test('an interval of one’s own is saved as it stands there', async ({ page, enterAs, visit, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, '/campaigns')
  const form = await choose(page, 'Early vote', 'Autoassign Mode', true)
  const number = form.getByLabel('Custom interval')
  const unit = form.getByLabel('Unit')
  const save = async () => {
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form.getByText('Saved.')).toBeVisible()
  }
  await form.getByRole('switch', { name: /^Auto-release/ }).check()
  await form.getByRole('radio', { name: 'Custom' }).check()
  await number.fill('1.5')
  await unit.selectOption('hours')
  await save()
  await expect(number).toHaveValue('1.5')
  await expect(unit).toHaveValue('hours')
  await number.fill('20')
  await save()
  await visit(`/campaigns/${campaign.id}`)
  await expect(page.getByText('replies that are not handled within 20 hours are released automatically')).toBeVisible()

  // What is saved stands there when the window is opened.
  await page.getByRole('link', { name: 'Autoassign Mode' }).click()
  await expect(number).toHaveValue('20')
  await expect(unit).toHaveValue('hours')
})

test('a row and a card follow what a colleague switches and what is released', async ({ page, enterAs, somebody, organization, complaints }) => {
  complaints.expect(/status of 409/)
  const { admin, ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 20, holder: ann }])
  await enterAs(admin, '/campaigns')
  const row = page.getByRole('row', { name: /Early vote/ })
  const other = await somebody(admin, `/campaigns/${campaign.id}`)
  const card = other.getByRole('region', { name: 'Autoassign Mode' })
  await expect(row.getByText(/^Auto-release/)).toBeHidden()

  // Somebody edits in the window of the card, and saves nothing yet.
  await card.getByRole('link', { name: 'Autoassign Mode' }).click()
  const edited = other.getByRole('dialog', { name: 'Autoassign Mode' })
  await edited.getByRole('switch', { name: /^Auto-release/ }).check()
  await edited.getByRole('radio', { name: '8 h' }).check()

  // Switched on in the row, the card has it; what the engine released is told in both.
  const form = await choose(page, 'Early vote', 'Autoassign Mode', true)
  await form.getByRole('switch', { name: /^Auto-release/ }).check()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByText('Saved.')).toBeVisible()
  await form.getByRole('button', { name: 'Close' }).click()
  for (const follows of [row, card]) await expect(follows).toContainText('Auto-release on Next release:')
  await expect(card).toContainText('replies that are not handled within 30 minutes are released')
  await timePasses(campaign, 15)
  for (const follows of [row, card]) {
    await expect(follows).toContainText('Nothing to release yet.')
    await expect(follows).toContainText('Last: 1 reply')
  }

  // The window is as it was left. By the first switch the row is paused.
  await expect(edited.getByRole('radio', { name: '8 h' })).toBeChecked()
  await expect(edited.getByRole('switch', { name: /^Auto-release/ })).toBeChecked()
  await edited.getByRole('button', { name: 'Save' }).click()
  await edited.getByRole('button', { name: 'Load their settings' }).click()
  await edited.getByRole('switch', { name: /^Auto-assign/ }).uncheck()
  await edited.getByRole('button', { name: 'Save' }).click()
  await expect(edited.getByText('Saved.')).toBeVisible()
  await expect(row.getByText('Auto-assign off', { exact: true })).toBeVisible()
  await expect(row).toContainText('Auto-release paused Auto-assign is off.')
})

test('a menu and its window are used by keyboard alone', async ({ page, enterAs, organization }) => {
  await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, '/campaigns')
  const opener = page.getByRole('button', { name: 'Actions for Early vote' })
  await opener.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Release Unreplied Conversations' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(opener).toBeFocused()
  await page.keyboard.press('Enter')
  for (const _ of ['Unreplied', 'Unsent', 'Autoassign']) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Autoassign Mode' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
})

test('from a release that nobody could request, auto-assign is one step away', async ({ page, enterAs, organization }) => {
  await addReplies(await createCampaign(organization, 'By hand', false), [{ minutes: 90, holder: organization.ann }])
  await enterAs(organization.admin, '/campaigns')
  const form = await choose(page, 'By hand', 'Release Unreplied Conversations', true)
  await form.getByRole('link', { name: 'Turn auto-assign on' }).click()
  const window = page.getByRole('dialog', { name: 'Autoassign Mode' })
  await window.getByRole('switch', { name: /^Auto-assign/ }).check()
  await window.getByRole('button', { name: 'Save' }).click()
  await expect(window.getByText('Saved.')).toBeVisible()
  await window.getByRole('button', { name: 'Close' }).click()
  // The release is still there, and asks for no confirmation any more.
  await expect(form.getByRole('checkbox', { name: /Release anyway/ })).toBeHidden()
  await expect(form.getByRole('button', { name: 'Execute Operation' })).toBeEnabled()
})
