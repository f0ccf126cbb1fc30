// A contact writes back: whoever looks sees it, without a reload.
import { received } from '../../support/carrier.ts'
import { carrierReports, contactWrites } from '../../support/incoming.ts'
import { awake, listening } from '../../support/hydration.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('a reply from the carrier reaches the texter who holds it, and the admin', async ({ page, somebody, enterAs, organization }) => {
  const { admin, ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  const anns = await somebody(ann, `/texts/${maya?.id}`)
  await anns.getByLabel('Your reply').fill('At 12 Main Street.')
  await anns.getByRole('button', { name: 'Send' }).click()
  await expect(anns.getByText('Nothing to answer')).toBeVisible()
  await enterAs(admin, '/campaigns')
  await listening(page)
  await expect(page.getByText('No one is waiting for an answer.')).toBeVisible()

  await contactWrites(maya?.cell ?? '', organization.number, 'And until when?')
  await expect(page.getByText('1 person is waiting for an answer.')).toBeVisible()
  await expect(anns.getByRole('heading', { name: '1 reply to answer' })).toBeVisible()
  await expect(anns.getByRole('link', { name: /Maya Lin.*And until when\?/ })).toBeVisible()
})

test('an opened conversation shows what becomes of a text, and what comes in, and leaves what is typed alone', async ({ page, enterAs, visit, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  await enterAs(ann, `/texts/${maya?.id}`)
  await page.getByLabel('Your reply').fill('At 12 Main Street.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Nothing to answer')).toBeVisible()
  await expect.poll(() => received(maya?.cell ?? '')).toHaveLength(1)
  const [text] = await received(maya?.cell ?? '')
  if (!text) throw new Error('it was sent')

  await visit(`/texts/${maya?.id}`)
  await awake(page)
  const own = page.getByRole('article').filter({ hasText: 'At 12 Main Street.' })
  await expect(own.getByText('Sent')).toBeVisible()
  await page.getByLabel('Your reply').fill('It is open until')
  await carrierReports(text, 'delivered')
  await expect(own.getByText('Delivered')).toBeVisible()
  await carrierReports(text, 'undelivered', 30003)
  await expect(own.getByText('Failed: The phone cannot be reached (30003).')).toBeVisible()
  await contactWrites(maya?.cell ?? '', organization.number, 'And until when?')
  await expect(page.getByRole('log').getByText('And until when?')).toBeVisible()
  await expect(page.getByLabel('Your reply')).toHaveValue('It is open until')
  await expect(page.getByLabel('Your reply')).toBeFocused()
})

test('a conversation is closed with what came in while it was open', async ({ page, enterAs, organization }) => {
  const { ann, number } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  await enterAs(ann, `/texts/${maya?.id}`)
  await awake(page)
  await contactWrites(maya?.cell ?? '', number, 'And until when?')
  await expect(page.getByRole('log').getByText('And until when?')).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText('The conversation with Maya Lin is closed.')).toBeVisible()
})

test('the form that comes up suggests all there is, until somebody has typed', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.ann, '/texts')
  await expect(page.getByRole('heading', { name: 'No texts available right now' })).toBeVisible()
  await addReplies(campaign, [{ minutes: 30 }, { minutes: 40 }])
  await expect(page.getByText('General: 2 replies')).toBeVisible()
  await expect(page.getByLabel('How many?')).toHaveValue('2')
  await page.getByLabel('How many?').fill('1')
  await addReplies(campaign, [{ minutes: 50 }])
  await expect(page.getByText('General: 3 replies')).toBeVisible()
  await expect(page.getByLabel('How many?')).toHaveValue('1')
})

test('a stop word closes the conversation', async ({ page, enterAs, visit, organization }) => {
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(ann, '/texts')
  await expect(page.getByRole('heading', { name: '1 reply to answer' })).toBeVisible()
  await contactWrites(maya?.cell ?? '', organization.number, ' Stop ')
  await expect(page.getByText('Nothing to answer')).toBeVisible()
  await visit(`/texts/${maya?.id}`)
  await expect(page.getByText('This contact has opted out.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send' })).toHaveCount(0)
})
