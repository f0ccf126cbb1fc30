// Two answers of the server overtake each other: the newer one stands.
import { holdAnswer } from '../../support/late.ts'
import { releaseEverything } from '../../support/release.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('a conversation that was released is not given back by an older answer', async ({ page, browser, enterAs, organization }) => {
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 200, holder: ann }])
  const late = await holdAnswer(page, '/api/conversations/watch')
  await enterAs(ann, `/texts/${maya?.id}`)
  await late.read
  await releaseEverything(browser, organization)
  const said = page.getByText('No one has taken it yet: if you send, it is yours again.')
  await expect(said).toBeVisible()
  await late.deliver()
  await expect(said).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send' })).toBeEnabled()
})

test('a reply that left the list is not put back by an older answer', async ({ page, browser, enterAs, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 200, holder: ann, name: 'Maya Lin' }])
  const late = await holdAnswer(page, '/api/requests/texter-home')
  await enterAs(ann, '/texts')
  await late.read
  await releaseEverything(browser, organization)
  await expect(page.getByText('Nothing to answer')).toBeVisible()
  await late.deliver()
  await expect(page.getByText('Nothing to answer')).toBeVisible()
  await expect(page.getByRole('link', { name: /Maya Lin/ })).toHaveCount(0)
})
