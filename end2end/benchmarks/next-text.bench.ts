// How soon the next text is there after **Send**, and how many texts a minute that makes, on a phone: by a page load,
// as it was; by an exchange of pages; and by one that was fetched ahead. All in one run, so that the ratios hold anywhere.
import type { Page } from '@playwright/test'
import { budget } from '../support/budget.ts'
import { addFirstTexts } from '../support/first-texts.ts'
import { createOrganization } from '../support/organization.ts'
import { addReplies, createCampaign } from '../support/replies.ts'
import { signIn } from '../support/sign-in.ts'
import { openPhone, openPhoneLine, quantile } from '../support/slow-phone.ts'
import { expect, test } from '../support/test.ts'

/** Each of them takes a second or two, in each of three ways and of three kinds: with 40 it was eleven minutes. */
const TEXTS = 24
/** How long a reply is written, which is longer than the next page takes to be fetched; a first text is there already. */
const WRITING_MS = 1_000
/** Who sends first texts one after another looks at each for so long. */
const LOOKING_MS = 500
const REPLY = 'At 12 Main Street, until eight.'

const KINDS = ['first texts at once', 'first texts', 'replies'] as const
const WAYS = ['page load', 'exchange', 'fetched ahead'] as const

/** Takes from every document what a way does without, and notes how long each **Send** takes until the next page can be used. */
function instrument(way: string) {
  if (way === 'page load') Object.defineProperty(window, 'navigation', { value: undefined })
  if (way === 'exchange') window.addEventListener('ahead', (event) => event.stopImmediatePropagation())
  const title = () => document.querySelector('h1')?.textContent
  document.addEventListener('submit', () => {
    sessionStorage.setItem('sent', JSON.stringify({ at: Date.now(), from: title() }))
  }, true)
  const look = () => {
    const sent = JSON.parse(sessionStorage.getItem('sent') ?? 'null')
    if (sent && title() && title() !== sent.from && document.documentElement.dataset.live === 'true') {
      const times = JSON.parse(sessionStorage.getItem('times') ?? '[]')
      sessionStorage.setItem('times', JSON.stringify([...times, Date.now() - sent.at]))
      sessionStorage.removeItem('sent')
    }
    requestAnimationFrame(look)
  }
  look()
}

const timesOf = (page: Page) => page.evaluate(() => JSON.parse(sessionStorage.getItem('times') ?? '[]') as number[])

/** The times of some texts until the next can be used, and how long they took in all, both in milliseconds. */
interface Series {
  readonly times: readonly number[]
  readonly total: number
}

/**
 * Sends so many texts, the next as soon as the one before is done and this one was looked at or written. The button takes no
 * press for a moment where a text is there already; that counts in the total, as whoever sends them waits for it too.
 */
async function sendAll(page: Page, delay: number, write?: () => Promise<void>): Promise<Series> {
  await page.evaluate(() => sessionStorage.clear())
  const begun = Date.now()
  for (let sent = 0; sent < TEXTS; sent += 1) {
    await write?.()
    await page.getByRole('button', { name: 'Send', exact: true }).click({ delay })
    await expect.poll(async () => (await timesOf(page).catch(() => [])).length, { intervals: [25] }).toBe(sent + 1)
  }
  return { times: await timesOf(page), total: Date.now() - begun }
}

test('the next text', async ({ browser }) => {
  test.setTimeout(600_000)
  const line = await openPhoneLine()
  const figures = new Map<string, Series>()
  for (const way of WAYS) {
    const organization = await createOrganization()
    const { ann } = organization
    const campaign = await createCampaign(organization, 'Early vote')
    const names = Array.from({ length: 2 * TEXTS + 1 }, (_, place) => `Contact ${place}`)
    const contacts = await addFirstTexts(campaign, 'Hello {firstName}', names.map((name) => ({ name, holder: ann })))
    const other = await createCampaign(organization, 'Vote by mail')
    const replies = await addReplies(other, names.map((name, place) => ({ name, minutes: 300 - place, holder: ann })))

    const { context, page } = await openPhone(browser, line.url, instrument, way)
    await signIn(context, ann)
    await page.goto(`/texts/${contacts[0]?.id}`)
    await expect(page.locator('html')).toHaveAttribute('data-live', 'true')
    figures.set(`first texts at once, ${way}`, await sendAll(page, 0))
    figures.set(`first texts, ${way}`, await sendAll(page, LOOKING_MS))
    await page.goto(`/texts/${replies[0]?.id}`)
    await expect(page.locator('html')).toHaveAttribute('data-live', 'true')
    const write = async () => {
      await page.getByLabel('Your reply').pressSequentially(REPLY, { delay: WRITING_MS / REPLY.length })
    }
    figures.set(`replies, ${way}`, await sendAll(page, 0, write))
    await context.close()
  }
  line.close()
  const of = (what: string, way: string) => figures.get(`${what}, ${way}`) ?? { times: [], total: 0 }
  for (const what of KINDS) {
    const before = quantile(of(what, 'page load').times, 0.5)
    for (const way of WAYS) {
      const { times, total } = of(what, way)
      const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)]
      const share = `${Math.round((100 * p50) / before)} % of a page load`
      const rate = Math.round((60_000 * times.length) / total)
      console.log(`${what}, ${way}: p50 ${p50} ms, p95 ${p95} ms (${times.length} times), ${share}, ${rate} texts a minute`)
    }
  }
  for (const what of KINDS) {
    const { times } = of(what, 'fetched ahead')
    expect(times).toHaveLength(TEXTS)
    expect(quantile(times, 0.95), `p95 of ${what} in milliseconds`).toBeLessThanOrEqual(budget.nextTextMs)
  }
})
