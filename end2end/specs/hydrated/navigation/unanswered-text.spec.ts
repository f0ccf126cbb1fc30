// A text to which no answer comes: whether it was sent is not known. It is found out, and it goes out once.
import type { Page } from '@playwright/test'
import { ahead, withoutAhead } from '../../../support/ahead.ts'
import { received } from '../../../support/carrier.ts'
import { follow } from '../../../support/documents.ts'
import { draftOf } from '../../../support/draft.ts'
import { awake } from '../../../support/hydration.ts'
import { holdAnswer } from '../../../support/late.ts'
import { holdRefusal, refuseText } from '../../../support/refusal.ts'
import { addReplies, createCampaign, type Reply } from '../../../support/replies.ts'
import { addTags } from '../../../support/team.ts'
import { test as base, expect } from '../../../support/test.ts'

const SEND = '/api/conversations/send'

/** Three replies that Ann holds, the first of which she has opened. */
const test = base.extend<{ replies: Reply[]; maya: Reply }>({
  replies: async ({ enterAs, organization, page }, use) => {
    await addTags(organization, ['Moved'], [])
    const names = ['Maya Lin', 'Omar Said', 'Zoe Park']
    const waiting = names.map((name, place) => ({ minutes: 200 - place, holder: organization.ann, name }))
    const replies = await addReplies(await createCampaign(organization, 'Early vote'), waiting)
    await page.clock.install()
    await enterAs(organization.ann, `/texts/${replies[0]?.id}`)
    await use(replies)
  },
  maya: async ({ replies }, use) => use(replies[0] as Reply),
})

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const box = (page: Page) => page.getByLabel('Your reply')
const unknown = (page: Page) => page.getByRole('alert').filter({ hasText: 'It is not known whether your text to Maya Lin was sent.' })
const notSent = (page: Page, name: string) => page.getByRole('alert').filter({ hasText: `Your text to ${name} was not sent.` })

/** Waits until the next page is there, and sends. */
async function send(page: Page, text: string) {
  await box(page).fill(text)
  await ahead(page)
  await page.getByRole('button', { name: 'Send' }).click()
}

/** Lets no text reach the server, until what this returns is called. */
async function loseTexts(page: Page): Promise<() => void> {
  let isLost = true
  await page.route(`**${SEND}`, (route) => (isLost ? route.abort() : route.fallback()))
  return () => (isLost = false)
}

/** Lets no answer to a text reach the page, whether or not the text reaches the server. */
const loseAnswers = (page: Page, arrives: boolean) =>
  page.route(`**${SEND}`, async (route) => {
    if (arrives) await route.fetch()
    await route.abort()
  })

test('one that did not arrive is sent again', async ({ page, complaints, maya }) => {
  complaints.expect(/ERR_FAILED/)
  const arrive = await loseTexts(page)
  await send(page, 'At 12 Main')
  await expect(heading(page)).toHaveText('Omar Said')
  await expect(unknown(page)).toBeVisible()
  await expect(page.getByRole('status').getByText('Sending…')).toBeVisible()
  expect(await received(maya.cell)).toEqual([])
  arrive()
  await page.clock.fastForward(3_000)
  await expect(unknown(page)).toHaveCount(0)
  await expect(page.getByRole('status').getByText('Your reply was sent.')).toBeVisible()
  await expect.poll(() => received(maya.cell)).toMatchObject([{ body: 'At 12 Main' }])
})

test('one that is refused then was not sent', async ({ page, complaints, organization, maya }) => {
  complaints.expect(/ERR_FAILED|status of 422/)
  await refuseText(page)
  const arrive = await loseTexts(page)
  await send(page, 'At 12 Main')
  await expect(unknown(page)).toBeVisible()
  arrive()
  await page.clock.fastForward(3_000)
  await expect(notSent(page, 'Maya Lin')).toBeVisible()
  await expect(unknown(page)).toHaveCount(0)
  await expect.poll(() => draftOf(organization.ann, maya)).toBe('At 12 Main')
})

for (const arrives of [true, false]) {
  test(`one that no answer comes to for long ${arrives ? 'is not offered again, if it was sent' : 'is where it was written, if it was not sent'}`, async ({ page, complaints, organization, maya }) => {
    complaints.expect(/ERR_FAILED/)
    await loseAnswers(page, arrives)
    await send(page, 'At 12 Main')
    await expect(unknown(page)).toBeVisible()
    // A connection for live events that comes back after that would have it looked up.
    await page.route('**/events?*', (route) => route.abort())
    // It is given up.
    await page.clock.fastForward(9 * 60_000)
    await page.clock.fastForward(3_000)
    await expect(page.getByText('Sending…')).toHaveCount(0)
    await unknown(page).getByRole('link', { name: 'Back to Maya Lin' }).click()
    await expect(heading(page)).toHaveText('Maya Lin')
    await expect(unknown(page)).toHaveCount(0)
    await page.unroute(`**${SEND}`)
    if (arrives) {
      await expect(page.getByRole('log')).toContainText('At 12 Main')
      expect(await draftOf(organization.ann, maya)).toBe('')
    } else {
      await expect(box(page)).toHaveValue('At 12 Main')
      await page.getByRole('button', { name: 'Send' }).click()
      await expect(heading(page)).toHaveText('Omar Said')
    }
    await expect(box(page)).toHaveValue('')
    await expect.poll(() => received(maya.cell)).toMatchObject([{ body: 'At 12 Main' }])
  })
}

test('one whose page has stayed is no draft, once it is sent', async ({ page, complaints, organization, maya }) => {
  complaints.expect(/ERR_FAILED/)
  await withoutAhead(page)
  await page.reload()
  await awake(page)
  await loseAnswers(page, true)
  await box(page).fill('At 12 Main')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('alert').getByText('There is no connection to Baton.')).toBeVisible()
  await expect(page.getByText('Draft saved')).toBeVisible()
  expect(await draftOf(organization.ann, maya)).toBe('')
  await follow(page, '/texts')
  await expect(heading(page)).toHaveText('My texts')
  await unknown(page).getByRole('link', { name: 'Back to Maya Lin' }).click()
  await expect(page.getByRole('log')).toContainText('At 12 Main')
  await expect(box(page)).toHaveValue('')
  await expect(unknown(page)).toHaveCount(0)
})

test('one that is on its way when the document is loaded again is said, and is where it was written', async ({ page, maya }) => {
  await page.route(`**${SEND}`, () => {})
  await send(page, 'At 12 Main')
  await expect(heading(page)).toHaveText('Omar Said')
  // Nor does it arrive in the last moment of the document.
  await page.evaluate(() => Object.assign(navigator, { sendBeacon: () => false }))
  await page.reload()
  await expect(heading(page)).toHaveText('Omar Said')
  await expect(unknown(page)).toBeVisible()
  await page.unroute(`**${SEND}`)
  await unknown(page).getByRole('link', { name: 'Back to Maya Lin' }).click()
  await expect(heading(page)).toHaveText('Maya Lin')
  await expect(box(page)).toHaveValue('At 12 Main')
  await expect(unknown(page)).toHaveCount(0)
  expect(await received(maya.cell)).toEqual([])
})

test('nothing is said of one that arrived all the same', async ({ page, maya }) => {
  const late = await holdAnswer(page, SEND)
  await send(page, 'At 12 Main')
  await expect(heading(page)).toHaveText('Omar Said')
  await late.read
  await page.reload()
  await awake(page)
  await expect(unknown(page)).toHaveCount(0)
  await follow(page, `/texts/${maya.id}`)
  await expect(page.getByRole('log')).toContainText('At 12 Main')
  await expect(box(page)).toHaveValue('')
  await expect.poll(() => received(maya.cell)).toMatchObject([{ body: 'At 12 Main' }])
})

test('that one was sent is said when all are', async ({ page, complaints, replies }) => {
  complaints.expect(/status of 422/)
  const late = await holdAnswer(page, SEND)
  await send(page, 'For Maya')
  await expect(heading(page)).toHaveText('Omar Said')
  await late.read
  const refuse = await holdRefusal(page)
  await send(page, 'For Omar')
  await expect(heading(page)).toHaveText('Zoe Park')
  const sent = page.getByText('Your reply was sent.')
  await late.deliver()
  await expect(page.getByRole('status').getByText('Sending…')).toBeVisible()
  await expect(sent).toHaveCount(0)
  refuse()
  await expect(notSent(page, 'Omar Said')).toBeVisible()
  await expect(sent).toHaveCount(0)
  expect(await received(replies[1]?.cell ?? '')).toEqual([])
})

test('that tags were saved is said while a text is on its way', async ({ page, complaints, maya }) => {
  complaints.answer(true)
  const late = await holdAnswer(page, SEND)
  await send(page, 'For Maya')
  await expect(heading(page)).toHaveText('Omar Said')
  await late.read
  await page.getByText('Tags', { exact: true }).click()
  await page.getByLabel('Moved').check()
  await page.getByRole('button', { name: 'Save tags' }).click()
  await expect(page.getByRole('status').getByText('The tags were saved.')).toBeVisible()
  await late.deliver()
  await expect(page.getByRole('status').getByText('The tags were saved.')).toBeVisible()
  await expect.poll(() => received(maya.cell)).toHaveLength(1)
})

test('one that cannot be looked up yet is looked up when there is a connection again', async ({ page, complaints, maya }) => {
  complaints.expect(/ERR_FAILED/)
  await loseAnswers(page, true)
  await send(page, 'At 12 Main')
  await expect(unknown(page)).toBeVisible()
  const conversation = `**/texts/${maya.id}`
  await page.route(conversation, (route) => route.abort())
  await follow(page, '/texts')
  await expect(page).toHaveURL('/texts')
  const lookedUp = page.waitForEvent('requestfailed', (request) => request.url().endsWith(`/texts/${maya.id}`))
  await page.reload()
  await lookedUp
  await expect(unknown(page)).toBeVisible()
  await page.unroute(conversation)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(unknown(page)).toHaveCount(0)
})
