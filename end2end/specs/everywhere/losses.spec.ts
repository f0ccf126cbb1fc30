// Who lost replies reads how many, and why, until they have said that they have.
import { releaseEverything } from '../../support/release.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('what was released is told to whom it was released from, until they press OK', async ({
  page, browser, enterAs, somebody, visit, organization, javaScriptEnabled,
}) => {
  const { ann, ben } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 200, holder: ann }, { minutes: 90, holder: ann }, { minutes: 5, holder: ben }])
  await releaseEverything(browser, organization)
  await enterAs(ann, '/texts')
  const losses = page.getByRole('region', { name: 'Released from you' })
  await losses.getByText('2 replies were released from you.').click()
  await expect(losses.getByRole('listitem')).toHaveText(
    /^2 replies were released from you at .*\b[1-9]\d?:\d\d\s[AP]M.*, by Ada Admin, after 15 minutes without an answer\.$/,
  )
  // Awake, the page tells the reader's own time.
  await expect(losses.getByText(/ UTC,/)).toHaveCount(javaScriptEnabled === false ? 1 : 0)
  await expect(page.getByText('Nothing to answer')).toBeVisible()

  await losses.getByRole('button', { name: 'OK' }).click()
  await expect(losses).toBeHidden()
  await visit('/texts')
  await expect(page.getByRole('heading', { name: 'My texts' })).toBeVisible()
  await expect(losses).toBeHidden()
  // Ben has lost nothing.
  const bens = await somebody(ben, '/texts')
  await expect(bens.getByRole('heading', { name: '1 reply to answer' })).toBeVisible()
  await expect(bens.getByRole('region', { name: 'Released from you' })).toBeHidden()
})

test('many releases are one sentence, and the request form stays on the first screen', async ({ page, browser, enterAs, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  for (let release = 0; release < 4; release += 1) {
    await addReplies(campaign, [{ minutes: 200, holder: ann }, { minutes: 90, holder: ann }])
    await releaseEverything(browser, organization)
  }
  await enterAs(ann, '/texts')
  const losses = page.getByRole('region', { name: 'Released from you' })
  await expect(losses.getByText('8 replies were released from you.')).toBeVisible()
  await expect(losses.getByRole('listitem')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Request more texts' })).toBeInViewport({ ratio: 1 })
  await losses.getByText('8 replies were released from you.').click()
  await expect(losses.getByRole('listitem')).toHaveCount(4)
  await losses.getByRole('button', { name: 'OK' }).click()
  await expect(losses).toBeHidden()
})
