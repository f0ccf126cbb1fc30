// What was answered can be read again: by who answered it, and what nobody can answer by an admin.
import { contactWrites } from '../../support/incoming.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('a texter opens what they have answered', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30, holder: ann, name: 'Maya Lin', text: 'Where do I vote?' }])
  await enterAs(ann, '/texts')
  await page.getByRole('link', { name: 'Past conversations' }).click()
  await expect(page.getByText('No past conversations')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'My texts' }).click()
  await page.getByRole('link', { name: /Maya Lin/ }).click()
  await page.getByLabel('Your reply').fill('At the library')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Nothing to answer')).toBeVisible()
  await page.getByRole('link', { name: 'Past conversations' }).click()
  await page.getByRole('link', { name: /Maya Lin.*At the library.*Early vote/ }).click()
  await expect(page.getByRole('log')).toContainText('Where do I vote?')
  await expect(page.getByRole('log')).toContainText('At the library')
})

test('an admin reads what somebody wrote after opting out, and marks it as done', async ({ page, enterAs, somebody, organization }) => {
  const { admin, ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 30, holder: ann, name: 'Maya Lin' }])
  const anns = await somebody(ann, '/texts')
  await anns.getByRole('link', { name: /Maya Lin/ }).click()
  await anns.getByText('Opt out', { exact: true }).click()
  await anns.getByRole('button', { name: 'Yes, opt out' }).click()
  await expect(anns.getByText('has opted out.')).toBeVisible()
  await contactWrites(maya?.cell ?? '', organization.number, 'You still owe me an answer')
  await enterAs(admin, '/unanswerable')
  await page.getByRole('link', { name: /Maya Lin.*You still owe me an answer.*Opted out/ }).click()
  await expect(page.getByRole('log')).toContainText('You still owe me an answer')
  await expect(page.getByText('This contact has opted out.')).toBeVisible()

  await page.goBack()
  await page.getByRole('button', { name: 'Mark the reply of Maya Lin as done' }).click()
  await expect(page.getByRole('status').getByText('The reply is marked as done.')).toBeVisible()
  await expect(page.getByText('Nothing here')).toBeVisible()
})
