// Texting hours that open and end while a page is open, and a pause: the page says so by itself.
import type { Page } from '@playwright/test'
import type { Complaints } from '../../support/complaints.ts'
import { addReplies, createCampaign, createClosedCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'
import { hourBecomes } from '../../support/time.ts'

/** The page hears nothing from the server but what it asks for, and its time is the test's. */
async function deaf(page: Page, complaints: Complaints) {
  complaints.expect(/ERR_FAILED/)
  await page.clock.install()
  await page.route('**/events*', (route) => route.abort())
}

test('a conversation says when the hours open, and when they have ended', async ({ page, enterAs, organization, complaints }) => {
  const { ann } = organization
  const campaign = await createClosedCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 60, holder: ann, name: 'Maya Lin' }])
  await deaf(page, complaints)
  await enterAs(ann, `/texts/${maya?.id}`)
  const closed = page.getByText('It is outside texting hours for this contact until 9:00 AM')
  await expect(closed).toBeVisible()
  await page.getByLabel('Your reply').fill('At 12')
  // It was midnight or so.
  await hourBecomes(campaign, 12)
  await page.clock.fastForward('09:01:00')
  await expect(closed).toHaveCount(0)
  // And it was noon or so.
  await hourBecomes(campaign, 0)
  await page.clock.fastForward('09:01:00')
  await expect(closed).toBeVisible()
  await expect(page.getByLabel('Your reply')).toHaveValue('At 12')
})

test('a texter’s home offers what can be answered once the hours open', async ({ page, enterAs, organization, complaints }) => {
  const { ann } = organization
  const campaign = await createClosedCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 60, holder: ann, name: 'Maya Lin' }])
  await deaf(page, complaints)
  await enterAs(ann, '/texts')
  const closed = page.getByText(/Outside texting hours until 9:00 AM/)
  const next = page.getByRole('link', { name: /Answer next/ })
  await expect(closed).toHaveCount(2)
  await expect(next).toBeHidden()
  await hourBecomes(campaign, 12)
  await page.clock.fastForward('09:01:00')
  await expect(next).toHaveText('Answer next (1)')
  await expect(next).toBeVisible()
  await expect(closed).toHaveCount(0)
  await hourBecomes(campaign, 0)
  await page.clock.fastForward('09:01:00')
  await expect(closed).toHaveCount(2)
  await expect(next).toBeHidden()
})

test('a conversation says that its campaign is paused, and that it is resumed', async ({ page, enterAs, somebody, organization }) => {
  const { admin, ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 60, holder: ann, name: 'Maya Lin' }])
  await enterAs(ann, `/texts/${maya?.id}`)
  const admins = await somebody(admin, `/campaigns/${campaign.id}`)
  const pause = admins.getByRole('region', { name: 'Pause' })
  await pause.getByRole('button', { name: 'Pause' }).click()
  await pause.getByRole('checkbox', { name: /Pause it anyway/ }).check()
  await pause.getByRole('button', { name: 'Pause' }).click()
  const paused = page.getByText('This campaign is paused, so nothing can be sent until it is resumed.')
  await expect(paused).toBeVisible()
  await admins.getByRole('region', { name: 'This campaign is paused' }).getByRole('button', { name: 'Resume' }).click()
  await expect(paused).toHaveCount(0)
})
