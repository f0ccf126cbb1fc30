// The opened dialog in each of its states.
import { expectAccessible } from '../../support/accessibility.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('the dialog, filled in, refused and done', async ({ page, enterAs, organization }) => {
  const { admin, ann } = organization
  const waiting = [5, 20, 50, 70, 300, 2000].map((minutes) => ({ minutes, holder: ann }))
  await addReplies(await createCampaign(organization, 'Early vote'), waiting)
  await addReplies(await createCampaign(organization, 'By hand', false), [{ minutes: 80, holder: ann }])
  await enterAs(admin, '/campaigns')
  await page.getByRole('link', { name: 'Release Unhandled Replies' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('3 replies on 1 campaign would go back')).toBeVisible()
  await expectAccessible(page, 'with a preview')
  await dialog.getByRole('switch', { name: /Also campaigns with auto-assign off/ }).check()
  await expect(dialog.getByText('Texters cannot request all of these')).toBeVisible()
  await expectAccessible(page, 'with a warning')

  await dialog.getByRole('radio', { name: 'Custom' }).check()
  await dialog.getByLabel('Custom interval').fill('0')
  await expect(dialog.getByRole('button', { name: 'Release', exact: true })).toBeDisabled()
  await expectAccessible(page, 'with a number that is none')
  await dialog.getByLabel('Custom interval').fill('1')
  await dialog.getByRole('button', { name: 'Release', exact: true }).click()
  await expect(dialog.getByRole('status').getByText('Released 4 replies on 2 campaigns')).toBeVisible()
  await expectAccessible(page, 'with the result')
})
