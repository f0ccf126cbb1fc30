// Whoever writes while their page is open is read before it is closed: without the program the page stays as it was.
import { contactWrites } from '../../support/incoming.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('a page that does not show the latest text closes nothing', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/status of 4\d\d .*close/)
  const { ann, number } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  const close = page.getByRole('button', { name: 'Close' })
  await enterAs(ann, `/texts/${maya?.id}`)
  await contactWrites(maya?.cell ?? '', number, 'And until when?')
  await close.click()
  await expect(page.getByRole('alert').getByText('something new in this conversation, so it was not closed')).toBeVisible()
  await page.goto(`/texts/${maya?.id}`)
  await expect(page.getByRole('log')).toContainText('And until when?')
  await close.click()
  await expect(page.getByText('The conversation with Maya Lin is closed.')).toBeVisible()
})
