// A contact writes back: whoever looks sees it, without a reload.
import { contactWrites } from '../../support/incoming.ts'
import { listening } from '../../support/hydration.ts'
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
