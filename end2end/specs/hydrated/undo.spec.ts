// A release can be undone for ten minutes, whatever is released after it, and says how many of them are left.
import { releaseEverything } from '../../support/release.ts'
import { addReplies, createCampaign, holders, type Reply } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('Undo stays while nothing is released after it, and its time runs out', async ({ page, browser, enterAs, organization, complaints }) => {
  const { admin, ann } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await releaseEverything(browser, organization)
  await releaseEverything(browser, organization)
  await releaseEverything(browser, organization)
  await page.clock.install()
  await enterAs(admin, '/releases')
  const running = page.getByRole('region', { name: 'Releases in progress' })
  await expect(running.getByRole('status').getByText(/^Released/)).toHaveText('Released 1 reply on 1 campaign')
  await expect(running.getByText('10 min left to undo')).toBeVisible()
  await expect(running.getByText('Returns replies that no one has picked up yet.')).toBeVisible()
  const record = page.locator('.record')
  await expect(record).toHaveCount(1)
  await expect(record).toContainText('10 min left to undo')
  // The page hears nothing of the server any more, whose clock goes at its own pace.
  complaints.expect(/ERR_FAILED/)
  await page.route('**/events*', (route) => route.abort())
  await page.clock.fastForward('04:30')
  await expect(running.getByText('6 min left to undo')).toBeVisible()
  await expect(record).toContainText('6 min left to undo')
  await page.clock.fastForward('05:40')
  await expect(running.getByRole('button', { name: 'Undo' })).toBeHidden()
  await expect(record).not.toContainText('left to undo')
  expect(await holders(replies)).toEqual([null])
})

test('each of several releases has its Undo', async ({ page, browser, enterAs, organization }) => {
  const { admin, ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const replies: Reply[] = []
  for (let release = 0; release < 5; release += 1) {
    replies.push(...(await addReplies(campaign, [{ minutes: 90, holder: ann }])))
    await releaseEverything(browser, organization)
  }
  await enterAs(admin, '/campaigns')
  const undo = page.getByRole('region', { name: 'Releases in progress' }).getByRole('button', { name: 'Undo' })
  await expect(undo).toHaveCount(5)
  await undo.last().click()
  await expect.poll(() => holders(replies)).toEqual([ann.member, null, null, null, null])
})
