// A page that is left, or is to be left, while its text is on its way.
import type { Page } from '@playwright/test'
import { ahead, withoutAhead } from '../../../support/ahead.ts'
import { received } from '../../../support/carrier.ts'
import { awake } from '../../../support/hydration.ts'
import { holdAnswer, holdFailure } from '../../../support/late.ts'
import { holdRefusal, refuseText } from '../../../support/refusal.ts'
import { addReplies, createCampaign, type Reply } from '../../../support/replies.ts'
import { addTags } from '../../../support/team.ts'
import { test as base, expect } from '../../../support/test.ts'

const SEND = '/api/conversations/send'

/** Two replies that Ann holds, the first of which she has opened. */
const test = base.extend<{ replies: Reply[] }>({
  replies: async ({ enterAs, organization }, use) => {
    await addTags(organization, ['Moved'], [])
    const waiting = ['Maya Lin', 'Omar Said'].map((name, place) => ({ minutes: 200 - place, holder: organization.ann, name }))
    const replies = await addReplies(await createCampaign(organization, 'Early vote'), waiting)
    await enterAs(organization.ann, `/texts/${replies[0]?.id}`)
    await use(replies)
  },
})

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const sendButton = (page: Page) => page.getByRole('button', { name: 'Send', exact: true })
const alert = (page: Page) => page.getByRole('alert').filter({ hasText: 'Your text to Maya Lin was not sent.' })

/** Opens the page again, with none that is fetched ahead: whoever sends waits for the answer. */
async function openWithoutAhead(page: Page) {
  await withoutAhead(page)
  await page.reload()
  await awake(page)
}

test('who stays for a tag that was not saved sees the text as sent', async ({ page, complaints, replies }) => {
  await openWithoutAhead(page)
  const late = await holdAnswer(page, SEND)
  await page.getByLabel('Your reply').fill('At 12 Main')
  await sendButton(page).click()
  await late.read
  await page.getByText('Tags', { exact: true }).click()
  await page.getByLabel('Moved').check()
  complaints.answer(false)
  await late.deliver()
  await expect(sendButton(page)).toBeEnabled()
  await expect(heading(page)).toHaveText('Maya Lin')
  await expect(page.getByRole('log')).toContainText('At 12 Main')
  await expect(page.getByLabel('Your reply')).toHaveValue('')
  await expect(page.getByLabel('Moved')).toBeChecked()
  expect(complaints.questions).toHaveLength(1)
  await expect.poll(() => received(replies[0]?.cell ?? '')).toMatchObject([{ body: 'At 12 Main' }])
})

test('who cannot get further sees the text as sent', async ({ page, complaints, replies }) => {
  complaints.expect(/ERR_FAILED/)
  await openWithoutAhead(page)
  const late = await holdAnswer(page, SEND)
  await page.getByLabel('Your reply').fill('At 12 Main')
  await sendButton(page).click()
  await late.read
  const fail = await holdFailure(page, '/texts')
  await page.getByRole('link', { name: 'My texts' }).first().click()
  await expect(page.locator('html')).toHaveAttribute('data-navigating', 'true')
  await late.deliver()
  fail()
  await expect(page.getByRole('log')).toContainText('At 12 Main')
  await expect(sendButton(page)).toBeEnabled()
  await expect(page.getByLabel('Your reply')).toHaveValue('')
  await expect.poll(() => received(replies[0]?.cell ?? '')).toMatchObject([{ body: 'At 12 Main' }])
})

test('that it was not sent is said to who is leaving already', async ({ page, complaints, replies }) => {
  expect(replies).toHaveLength(2)
  complaints.expect(/status of 422/)
  await openWithoutAhead(page)
  const refuse = await holdRefusal(page)
  const home = await holdAnswer(page, '/texts')
  await page.getByLabel('Your reply').fill('At 12 Main')
  await sendButton(page).click()
  await expect(page.getByRole('button', { name: 'Sending…' })).toBeVisible()
  await page.getByRole('link', { name: 'My texts' }).first().click()
  await home.read
  refuse()
  await expect(alert(page)).toBeVisible()
  await home.deliver()
  await expect(heading(page)).toHaveText('My texts')
  await alert(page).getByRole('link', { name: 'Back to Maya Lin' }).click()
  await expect(page.getByLabel('Your reply')).toHaveValue('At 12 Main')
})

test('no page says that it was sent when it was not, also gone back to and loaded again', async ({ page, complaints, replies }) => {
  expect(replies).toHaveLength(2)
  complaints.expect(/status of 422/)
  await refuseText(page)
  await page.getByLabel('Your reply').fill('At 12 Main')
  await ahead(page)
  await sendButton(page).click()
  await expect(heading(page)).toHaveText('Omar Said')
  await expect(alert(page)).toBeVisible()
  const sent = page.getByText('Your reply was sent.')
  await expect(sent).toHaveCount(0)
  await page.getByRole('link', { name: 'My texts' }).first().click()
  await expect(heading(page)).toHaveText('My texts')
  await page.goBack()
  await expect(heading(page)).toHaveText('Omar Said')
  await expect(sent).toHaveCount(0)
  await page.reload()
  await expect(heading(page)).toHaveText('Omar Said')
  await expect(alert(page)).toBeVisible()
  await expect(sent).toHaveCount(0)
  await alert(page).getByRole('link', { name: 'Back to Maya Lin' }).click()
  await expect(page.getByLabel('Your reply')).toHaveValue('At 12 Main')
})
