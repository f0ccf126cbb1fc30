// A texter sees an automatic release coming, in words.
import { releaseAutomatically } from '../../support/auto-release.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('the last ten minutes are told on the card and in the conversation', async ({ page, enterAs, visit, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await releaseAutomatically(campaign, 60)
  const [maya, omar] = await addReplies(campaign, [
    { minutes: 53, holder: ann, name: 'Maya Lin' },
    { minutes: 20, holder: ann, name: 'Omar Said' },
  ])
  await enterAs(ann, '/texts')
  await expect(page.getByRole('link', { name: /Maya Lin.*Released in 7 min/ })).toBeVisible()
  await expect(page.getByText('1 of these will be released within 10 minutes unless you answer it.')).toBeVisible()
  await expect(page.getByText('Released in', { exact: false }).filter({ visible: true })).toHaveCount(1)

  await visit(`/texts/${maya?.id}`)
  await expect(page.getByText('Released in 7 min, unless you answer')).toBeVisible()
  await visit(`/texts/${omar?.id}`)
  await expect(page.getByLabel('Your reply')).toBeVisible()
  await expect(page.getByText(/Released in/)).toBeHidden()
})
