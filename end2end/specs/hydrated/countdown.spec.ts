// The countdown goes on by itself. Minutes pass in the browser's own clock, which the test winds on.
import type { Locator, Page, Request } from '@playwright/test'
import { releaseAutomatically } from '../../support/auto-release.ts'
import type { Complaints } from '../../support/complaints.ts'
import { listening } from '../../support/hydration.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'
import { quiet, requestsOf } from '../../support/under-way.ts'

/** The page hears nothing of the server any more, whose clock goes at its own pace, and has all that it has asked for. */
async function byItself(page: Page, complaints: Complaints, requests: Set<Request>) {
  complaints.expect(/ERR_FAILED/)
  await page.route('**/events*', (route) => route.abort())
  await quiet(requests)
}

test('on the card it counts down, and more of them come near', async ({ page, enterAs, organization, complaints }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await releaseAutomatically(campaign, 60)
  await addReplies(campaign, [
    { minutes: 53, holder: ann, name: 'Maya Lin' },
    { minutes: 48, holder: ann, name: 'Omar Said' },
  ])
  await page.clock.install()
  // As soon as it hears from the server it asks what is held; after that the clock is the page's own.
  const requests = requestsOf(page)
  const asked = page.waitForResponse(/\/api\/requests\/texter-home/)
  await enterAs(ann, '/texts')
  await (await asked).finished()
  await expect(page.getByRole('link', { name: /Maya Lin.*Released in 7 min/ })).toBeVisible()
  await expect(page.getByText('1 of these will be released within 10 minutes')).toBeVisible()
  await byItself(page, complaints, requests)
  await page.clock.fastForward('03:30')
  await expect(page.getByRole('link', { name: /Maya Lin.*56 min.*Released in 4 min/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /Omar Said.*Released in 9 min/ })).toBeVisible()
  await expect(page.getByText('2 of these will be released within 10 minutes')).toBeVisible()
})

test('a switch that is turned on while the list is looked at starts it', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 25, holder: ann, name: 'Maya Lin' }])
  await enterAs(ann, '/texts')
  await expect(page.getByRole('link', { name: /Maya Lin/ })).toBeVisible()
  await expect(page.getByText(/Released in/)).toBeHidden()
  await releaseAutomatically(campaign, 30)
  await expect(page.getByRole('link', { name: /Maya Lin.*Released in 5 min/ })).toBeVisible()
})

test('in the conversation it counts down too, and is read out now and then', async ({ page, enterAs, organization, complaints }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await releaseAutomatically(campaign, 60)
  const [maya] = await addReplies(campaign, [{ minutes: 53, holder: ann }])
  await page.clock.install()
  // As soon as it hears from the server it asks how long is left; after that the clock is the page's own.
  const requests = requestsOf(page)
  const asked = page.waitForResponse(/\/api\/conversations\/watch/)
  await enterAs(ann, `/texts/${maya?.id}`)
  await (await asked).finished()
  const voice = page.getByRole('status').filter({ hasText: 'left to answer' })
  await expect(page.getByText('Released in 7 min, unless you answer')).toBeVisible()
  await expect(voice).toHaveText('Less than 10 minutes are left to answer.')
  await byItself(page, complaints, requests)
  await page.clock.fastForward('01:30')
  await expect(page.getByText('Released in 6 min, unless you answer')).toBeVisible()
  await expect(voice).toHaveText('Less than 10 minutes are left to answer.')
  await page.clock.fastForward('02:00')
  await expect(page.getByText('Released in 4 min, unless you answer')).toBeVisible()
  await expect(voice).toHaveText('Less than 5 minutes are left to answer.')
})

test('who is writing is given two minutes more', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await releaseAutomatically(campaign, 60)
  const [maya] = await addReplies(campaign, [{ minutes: 59, holder: ann }])
  await enterAs(ann, `/texts/${maya?.id}`)
  await expect(page.getByText('Released in 1 min, unless you answer')).toBeVisible()
  await page.getByLabel('Your reply').pressSequentially('At 12 Main')
  await expect(page.getByText('Draft saved')).toBeVisible()
  await expect(page.getByText('Released in 2 min, unless you answer')).toBeVisible()
})

test('what an admin saves while texters look is what they see', async ({ page, enterAs, somebody, organization }) => {
  const { admin, ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 25, holder: ann, name: 'Maya Lin' }])
  await enterAs(ann, '/texts')
  await listening(page)
  await expect(page.getByText(/Released in/)).toBeHidden()
  const thread = await somebody(ann, `/texts/${maya?.id}`)

  const admins = await somebody(admin, `/campaigns/${campaign.id}`)
  const save = async (change: (form: Locator) => Promise<void>) => {
    await admins.getByRole('link', { name: 'Autoassign Mode' }).click()
    const form = admins.getByRole('dialog')
    await change(form)
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form.getByText('Saved.')).toBeVisible()
    await form.getByRole('button', { name: 'Close' }).click()
  }
  await save(async (form) => {
    await form.getByRole('switch', { name: /^Auto-release/ }).check()
    await form.getByRole('radio', { name: '30 min' }).check()
  })
  await expect(page.getByRole('link', { name: /Maya Lin.*Released in 5 min/ })).toBeVisible()
  await expect(thread.getByText('Released in 5 min, unless you answer')).toBeVisible()
  await save((form) => form.getByRole('switch', { name: /^Auto-release/ }).uncheck())
  await expect(page.getByText(/Released in/)).toBeHidden()
  await expect(thread.getByText(/Released in/)).toBeHidden()
})
