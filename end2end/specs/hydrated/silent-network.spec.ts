// A network that goes silent without ending a connection: the page notices, says so, and goes on.
import type { Page } from '@playwright/test'
import { ahead, withoutAhead } from '../../support/ahead.ts'
import { received } from '../../support/carrier.ts'
import { listening } from '../../support/hydration.ts'
import { contactWrites } from '../../support/incoming.ts'
import { Line } from '../../support/line.ts'
import { releaseEverything } from '../../support/release.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { signIn } from '../../support/sign-in.ts'
import { expect, test as base } from '../../support/test.ts'
import { turn } from '../../support/turn.ts'

/** All pages of these tests reach the server by this. */
const test = base.extend<{ line: Line; baseURL: string }>({
  line: async ({}, use) => {
    const line = new Line()
    await use(line)
    line.close()
  },
  baseURL: async ({ line }, use) => use(await line.listen()),
})

/** Timers are the test's own from here on. */
const ownTimers = (page: Page) => page.clock.install()

/** So are the limits of requests alone: Playwright's clock stands while a page is fetched. Nor does a page notice by itself
 * that nothing arrives any more, however slow the test is. */
async function ownLimits(page: Page) {
  await page.addInitScript(() => {
    const [LIMIT_MS, SILENCE_MS] = [20_000, 9_000]
    const start = window.setTimeout
    const limits: (() => void)[] = []
    const collect = (end: () => void, delay?: number, ...rest: unknown[]) => {
      if (delay !== LIMIT_MS && delay !== SILENCE_MS) return start(end, delay, ...rest)
      if (delay === LIMIT_MS) limits.push(end)
      // No timer has this number: whoever clears it clears nothing.
      return 0
    }
    Object.assign(window, { setTimeout: collect, endLimits: () => limits.forEach((end) => end()) })
  })
}

/** The limits that have begun are over. */
const endLimits = (page: Page) => page.evaluate(() => (window as Window & { endLimits?: () => void }).endLimits?.())

/** What the page says of what does not come. Whatever looks for elements would wait for the next page. */
const failure = (page: Page) => page.evaluate(() => document.getElementById('failure')?.textContent)

const NOT_KNOWN = 'It is not known whether this was done. Load the page again to see.'

test('a silent stream is noticed within ten seconds, and opened anew', async ({ page, enterAs, organization, line }) => {
  await createCampaign(organization, 'Early vote')
  await ownTimers(page)
  await enterAs(organization.admin, '/campaigns')
  const live = page.getByText('Live', { exact: true })
  await expect(live).toBeVisible()
  line.silence('requests', 'answers')
  await page.clock.fastForward(10_000)
  await expect(page.getByText('Connection lost, reconnecting. These figures may be old.')).toBeVisible()
  line.resume()
  await expect(live).toBeVisible()
})

test('so it is on a page that shows no figures, and it is not said any more when there is one', async ({ page, enterAs, organization, line }) => {
  const { ann } = organization
  const waiting = Array.from({ length: 3 }, () => ({ minutes: 90, holder: ann, text: 'Where do I vote? '.repeat(60) }))
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), waiting)
  await ownTimers(page)
  await enterAs(ann, `/texts/${maya?.id}#latest`)
  await ahead(page)
  line.silence('requests', 'answers')
  await page.clock.fastForward(10_000)
  const alert = page.getByRole('alert').getByText('The connection to Baton is lost. Baton keeps trying.')
  await expect(alert).toBeInViewport({ ratio: 1 })
  line.resume()
  await expect(alert).toHaveCount(0)
})

test('that there is no connection is not said any more when there is one', async ({ page, enterAs, organization, line }) => {
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: organization.ann }])
  await ownTimers(page)
  await enterAs(organization.admin, '/campaigns')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Release Unhandled Replies' }).click()
  const dialog = page.getByRole('dialog', { name: 'Release Unhandled Replies' })
  await expect(dialog.getByText('1 reply on 1 campaign')).toBeVisible()
  line.silence('requests', 'answers')
  const asked = page.waitForRequest('**/api/releases/preview')
  await dialog.getByRole('radio', { name: '2 h', exact: true }).check()
  await asked
  await page.clock.fastForward(10_000)
  await page.clock.fastForward(12_000)
  const alert = dialog.getByRole('alert').getByText('There is no connection to Baton.')
  await expect(alert).toBeVisible()
  line.resume()
  await expect(alert).toBeHidden()
  await expect(dialog.getByText('Nothing would be released.')).toBeVisible()
})

test('a quiet stream is kept by its heartbeat', async ({ page, enterAs, organization }) => {
  await createCampaign(organization, 'Early vote')
  let opened = 0
  page.on('request', (request) => (opened += Number(request.url().includes('topics=campaigns'))))
  await enterAs(organization.admin, '/campaigns')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  expect(opened).toBe(1)
  // Longer than a stream without a heartbeat would be kept.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const source = new EventSource('/events?stream=another&topics=requests')
        let heartbeats = 0
        source.addEventListener('message', ({ data }) => {
          if (data === 'heartbeat') heartbeats += 1
          if (heartbeats === 3) resolve(source.close())
        })
      }),
  )
  expect(opened).toBe(1)
})

test('a text whose answer is lost can be sent again, and goes out once', async ({ page, enterAs, organization, line }) => {
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await ownTimers(page)
  await withoutAhead(page)
  await enterAs(ann, `/texts/${maya?.id}`)
  await page.getByLabel('Your reply').fill('At seven.')
  await expect(page.getByText('Draft saved')).toBeVisible()
  line.silence('answers')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('button', { name: 'Sending…' })).toBeVisible()
  await expect.poll(() => received(maya?.cell ?? '')).toHaveLength(1)
  await page.clock.fastForward(21_000)
  await expect(page.getByRole('alert').getByText('There is no connection to Baton.')).toBeVisible()
  await expect(page.getByLabel('Your reply')).toHaveValue('At seven.')
  line.resume()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page).toHaveURL('/texts?sent=1')
  expect(await received(maya?.cell ?? '')).toHaveLength(1)
})

test('a text whose answer is lost behind the next one goes out once', async ({ page, enterAs, organization, line }) => {
  const { ann } = organization
  const waiting = ['Maya Lin', 'Omar Said'].map((name, place) => ({ minutes: 200 - place, holder: ann, name }))
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), waiting)
  await ownTimers(page)
  await enterAs(ann, `/texts/${maya?.id}`)
  await page.getByLabel('Your reply').fill('At seven.')
  await expect(page.getByText('Draft saved')).toBeVisible()
  await ahead(page)
  line.silence('answers')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Omar Said')
  await expect.poll(() => received(maya?.cell ?? '')).toHaveLength(1)
  await page.clock.fastForward(21_000)
  const alert = page.getByRole('alert').filter({ hasText: 'It is not known whether your text to Maya Lin was sent.' })
  await expect(alert).toBeVisible()
  await expect(page.getByText('was not sent')).toHaveCount(0)
  // It is sent again, and the server answers what became of it.
  line.resume()
  await page.clock.fastForward(3_000)
  await expect(alert).toHaveCount(0)
  await expect(page.getByRole('status').getByText('Your reply was sent.')).toBeVisible()
  await page.getByRole('link', { name: 'Previous' }).click()
  await expect(page.getByRole('log')).toContainText('At seven.')
  await expect(page.getByLabel('Your reply')).toHaveValue('')
  expect(await received(maya?.cell ?? '')).toHaveLength(1)
})

test('of a form whose answer is lost it is not said that nothing was done', async ({ page, enterAs, organization, line }) => {
  await ownLimits(page)
  await enterAs(organization.admin, '/teams')
  const asked = page.waitForRequest('**/api/teams/create?*')
  await page.getByLabel('Title').fill('Night owls')
  line.silence('answers')
  await page.getByRole('button', { name: 'Create team' }).click({ noWaitAfter: true })
  await asked
  await endLimits(page)
  await expect.poll(() => failure(page)).toBe(NOT_KNOWN)
  line.resume()
})

test('nor of a file, which has no limit while there is a connection, and whose next page has one', async ({
  page, enterAs, visit, organization, line,
}) => {
  await ownLimits(page)
  const path = `/campaigns/${(await createCampaign(organization, 'Early vote')).id}`
  await enterAs(organization.admin, path)
  const upload = async () => {
    const buffer = Buffer.from('firstName,lastName,cell\nOmar,Said,2135550114\n')
    await page.getByLabel('CSV file').setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer })
    await page.getByRole('button', { name: 'Upload' }).click({ noWaitAfter: true })
  }
  const sent = page.waitForRequest((request) => request.method() === 'POST' && new URL(request.url()).pathname === `${path}/contacts`)
  line.silence('answers')
  await upload()
  await sent
  await endLimits(page)
  await turn(page)
  expect(await failure(page)).toBeUndefined()
  // As the program says it after nine seconds.
  await page.evaluate(() => window.dispatchEvent(new Event('offline')))
  await endLimits(page)
  await expect.poll(() => failure(page)).toBe(NOT_KNOWN)

  line.resume()
  await visit(path)
  await page.route('**/uploads/*', () => {})
  const next = page.waitForRequest('**/uploads/*')
  await upload()
  await next
  await endLimits(page)
  await expect.poll(() => failure(page)).toBe(NOT_KNOWN)
})

test('that replies were lost is read once there is a connection again', async ({ page, browser, enterAs, organization, line }) => {
  const { ann } = organization
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await releaseEverything(browser, organization)
  await ownTimers(page)
  await enterAs(ann, '/texts')
  await listening(page)
  const losses = page.getByRole('region', { name: 'Released from you' })
  line.silence('requests', 'answers')
  await losses.getByRole('button', { name: 'OK' }).click()
  await page.clock.fastForward(21_000)
  const alert = page.getByRole('alert').getByText('The connection to Baton is lost. Baton keeps trying.')
  await expect(alert).toBeVisible()
  await expect(losses).toBeVisible()
  line.resume()
  await page.clock.fastForward(3_000)
  await expect(alert).toHaveCount(0)
  await expect(losses).toBeHidden()
})

test('a text that cannot be shown is asked for until it is there, which is said', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/ERR_FAILED/)
  const { ann, number } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await ownTimers(page)
  await enterAs(ann, `/texts/${maya?.id}`)
  await ahead(page)
  const alert = page.getByRole('alert').getByText('The connection to Baton is lost. Baton keeps trying.')
  for (const [address, text] of [['**/conversations/watch', 'And until when?'], [`**/texts/${maya?.id}`, 'Hello?']] as const) {
    await page.route(address, (route) => route.abort())
    await contactWrites(maya?.cell ?? '', number, text)
    await expect(alert).toBeVisible()
    await expect(page.getByRole('log')).not.toContainText(text)
    await page.unroute(address)
    await page.clock.fastForward(3_000)
    await expect(page.getByRole('log')).toContainText(text)
    await expect(alert).toHaveCount(0)
  }
})

test('a program that does not come is said so, and is tried again with the next page', async ({ page, context, organization, complaints }) => {
  complaints.expect(/takes too long/)
  await createCampaign(organization, 'Early vote')
  await ownTimers(page)
  await page.route('**/*.wasm', () => {})
  await signIn(context, organization.admin)
  await page.goto('/campaigns')
  const alert = page.getByRole('alert').getByText('Part of Baton could not be loaded, so this page does not update by itself.')
  await page.clock.fastForward(50_000)
  await expect(alert).toHaveCount(0)
  await page.clock.fastForward(12_000)
  await expect(alert).toBeVisible()
  await page.unroute('**/*.wasm')
  await page.getByRole('link', { name: 'Release history' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Release history' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-live', 'true')
  await expect(alert).toHaveCount(0)
})
