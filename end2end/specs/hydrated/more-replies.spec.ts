// More than a page of replies: the ways to the others follow what happens.
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

const fifty = Array.from({ length: 50 }, (_, index) => 200 - index)

test('the way to more replies comes by itself, and what is answered leaves the later page', async ({
  page, enterAs, somebody, organization,
}) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, fifty.map((minutes) => ({ minutes, holder: ann })))
  await enterAs(ann, '/texts')
  await expect(page.getByRole('heading', { name: '50 replies to answer' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'More replies' })).toBeHidden()
  const [maya] = await addReplies(campaign, [
    { minutes: 20, holder: ann, name: 'Maya Lin' },
    { minutes: 10, holder: ann, name: 'Omar Said' },
  ])
  await expect(page.getByRole('heading', { name: '52 replies to answer' })).toBeVisible()
  await page.getByRole('link', { name: 'More replies' }).click()

  const listed = page.getByRole('region', { name: '52 replies to answer' }).getByRole('listitem')
  await expect(listed).toContainText(['Maya Lin', 'Omar Said'])
  await expect(page.getByRole('link', { name: 'More replies' })).toBeHidden()
  const thread = await somebody(ann, `/texts/${maya?.id}`)
  await thread.getByLabel('Your reply').fill('At 12 Main Street.')
  await thread.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { name: '51 replies to answer' })).toBeVisible()
  await expect(page.getByRole('link', { name: /Maya Lin/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: /Omar Said/ })).toBeVisible()

  await page.getByRole('link', { name: 'Back to the first replies' }).click()
  await expect(page.getByRole('link', { name: /Contact 1 / })).toBeVisible()
})

test('a later page that is used up says so by what is left, not that there is nothing', async ({ page, enterAs, somebody, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const replies = await addReplies(campaign, [200, ...fifty].map((minutes) => ({ minutes, holder: ann })))
  await enterAs(ann, '/texts?replies=50')
  const thread = await somebody(ann, `/texts/${replies[0]?.id}`)
  await thread.getByLabel('Your reply').fill('At 12 Main Street.')
  await thread.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { name: '50 replies to answer' })).toBeVisible()
  await expect(page.getByText('Nothing to answer')).toBeHidden()
  await expect(page.getByRole('link', { name: 'Back to the first replies' })).toBeVisible()
})
