// The windows of one browser share one connection: browsers allow six to a server, and people have more windows.
import type { BrowserContext, Page, Request } from '@playwright/test'
import { pauseClock } from '../../support/clock.ts'
import { awake, listening } from '../../support/hydration.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { setRole } from '../../support/role.ts'
import { signIn } from '../../support/sign-in.ts'
import { expect, test } from '../../support/test.ts'
import { turn } from '../../support/turn.ts'

/** How many streams are open. */
function openStreams(context: BrowserContext): () => number {
  const open = new Set<Request>()
  context.on('request', (request) => request.url().includes('/events?') && open.add(request))
  context.on('requestfinished', (request) => open.delete(request))
  context.on('requestfailed', (request) => open.delete(request))
  return () => open.size
}

/** Counts the streams that the windows of a browser open from now on. */
function countStreams(context: BrowserContext): () => number {
  let count = 0
  context.on('request', (request) => (count += Number(request.url().includes('/events?'))))
  return () => count
}

/** Opens windows one after the other: the first of them listens for all, and each takes its turn in this order. */
async function openWindows(context: BrowserContext, paths: string[]): Promise<Page[]> {
  const windows: Page[] = []
  for (const path of paths) {
    const page = await context.newPage()
    await page.goto(path)
    await listening(page)
    windows.push(page)
  }
  return windows
}

/** What the campaigns page says of one of them. */
const inPool = (page: Page) => page.getByRole('row', { name: /Early vote/ }).getByRole('cell').nth(3)

/** The window is seen, or not, as far as it knows: a browser without a screen shows all of them. */
const setVisible = (page: Page, visible: boolean) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })
    document.dispatchEvent(new Event('visibilitychange'))
  }, !visible)

/** The browser has no locks, as on pages without TLS. */
const withoutLocks = (context: BrowserContext) =>
  context.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'locks')
  })

test('ten windows are live at once, over one connection', async ({ context, organization }) => {
  test.slow()
  const campaign = await createCampaign(organization, 'Early vote')
  await signIn(context, organization.admin)
  const streams = countStreams(context)
  const windows = await openWindows(context, Array<string>(10).fill('/campaigns'))
  await addReplies(campaign, [{ minutes: 65 }])
  for (const page of windows) await expect(inPool(page)).toHaveText('1')
  expect(streams()).toBe(1)
})

test('when the window that listens is closed or hidden another one does, and all read anew', async ({ context, organization }) => {
  const { admin } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 90, holder: admin, name: 'Maya Lin' }])
  await signIn(context, admin)
  const streams = countStreams(context)
  const [first, second, third, texts] = await openWindows(context, ['/campaigns', '/campaigns', '/campaigns', '/texts'])
  if (!first || !second || !third || !texts) throw new Error('four windows')
  expect(streams()).toBe(1)

  await first.close()
  await addReplies(campaign, [{ minutes: 65 }])
  for (const page of [second, third]) await expect(inPool(page)).toHaveText('1')
  await expect(texts.getByText('General: 1 reply')).toBeVisible()
  expect(streams()).toBe(2)

  await setVisible(second, false)
  await addReplies(campaign, [{ minutes: 65 }])
  await expect(inPool(third)).toHaveText('2')
  await expect(texts.getByText('General: 2 replies')).toBeVisible()
  // What the others have heard would have reached it by now.
  await turn(second)
  await expect(inPool(second)).toHaveText('1')
  expect(streams()).toBe(3)

  // Whoever is seen again listens again, to the window that does it for all.
  await setVisible(second, true)
  await expect(inPool(second)).toHaveText('2')
  // So does a window that goes to another page.
  await texts.getByRole('link', { name: /Maya Lin/ }).click()
  await expect(texts.getByRole('heading', { level: 1 })).toHaveText('Maya Lin')
  await texts.goBack()
  await addReplies(campaign, [{ minutes: 60, holder: admin, name: 'Omar Said' }])
  await expect(texts.getByRole('link', { name: /Omar Said/ })).toBeVisible()
  expect(streams()).toBe(3)
  expect(maya).toBeDefined()
})

test('a window that listens for all and is silent is replaced within ten seconds', async ({ context, organization }) => {
  const { admin } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await signIn(context, admin)
  const silent = await context.newPage()
  await silent.goto('/favicon.svg')
  await silent.evaluate(
    (name) =>
      new Promise<void>((granted) => {
        const request = navigator.locks.request(name, () => {
          granted()
          return new Promise(() => {})
        })
        // It is taken away.
        request.catch(() => {})
      }),
    `baton-events-${admin.member}.admin-en-US`,
  )
  const page = await context.newPage()
  await page.clock.install()
  await page.goto('/campaigns')
  await awake(page)
  // Time goes on by what follows alone.
  await pauseClock(page)
  await page.clock.fastForward(9_000)
  await listening(page)
  await addReplies(campaign, [{ minutes: 65 }])
  await expect(inPool(page)).toHaveText('1')
})

test('seven windows of a browser without locks are live at once, also when the one that listens is hidden', async ({ context, organization }) => {
  test.slow()
  const campaign = await createCampaign(organization, 'Early vote')
  await withoutLocks(context)
  await signIn(context, organization.admin)
  const streams = openStreams(context)
  const [first, ...others] = await openWindows(context, Array<string>(7).fill('/campaigns'))
  if (!first) throw new Error('seven windows')
  await addReplies(campaign, [{ minutes: 65 }])
  for (const page of [first, ...others]) await expect(inPool(page)).toHaveText('1')
  // One that answered late may have had a second beside it, for a moment.
  await expect.poll(streams).toBe(1)
  await setVisible(first, false)
  await addReplies(campaign, [{ minutes: 65 }])
  for (const page of others) await expect(inPool(page)).toHaveText('2')
  await expect.poll(streams).toBe(1)
  // Whichever listens is left: who stays need not wait until it is silent for too long.
  for (const page of others.slice(1)) await page.goto('about:blank')
  await addReplies(campaign, [{ minutes: 65 }])
  await expect(inPool(others[0] ?? first)).toHaveText('3')
  await expect.poll(streams).toBe(1)
})

test('one that listens without locks and is silent is replaced too', async ({ context, organization }) => {
  const { admin } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await withoutLocks(context)
  await signIn(context, admin)
  const silent = await context.newPage()
  await silent.goto('/favicon.svg')
  const hasAnswered = silent.evaluate(
    (name) =>
      new Promise<void>((answered) => {
        const channel = new BroadcastChannel(name)
        channel.onmessage = () => {
          channel.onmessage = null
          channel.postMessage(['held', 0])
          answered()
        }
      }),
    `baton-events-${admin.member}.admin-en-US-lock`,
  )
  const page = await context.newPage()
  await page.clock.install()
  await page.goto('/campaigns')
  await awake(page)
  await hasAnswered
  await turn(page)
  await pauseClock(page)
  await page.clock.fastForward(9_000)
  await listening(page)
  await addReplies(campaign, [{ minutes: 65 }])
  await expect(inPool(page)).toHaveText('1')
})

test('the windows of an admin who is a texter now are those of a texter', async ({
  context, organization, complaints,
}) => {
  complaints.expect(/status of 403/)
  const { admin } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await signIn(context, admin)
  const [campaigns, texts] = await openWindows(context, ['/campaigns', '/texts'])
  if (!campaigns || !texts) throw new Error('two windows')
  await setRole(organization, admin, 'texter')
  await expect(campaigns.getByRole('heading', { name: 'You do not have access to this page' })).toBeVisible()
  await expect(texts.getByRole('link', { name: 'Campaigns' })).toHaveCount(0)
  await listening(texts)
  await addReplies(campaign, [{ minutes: 65 }])
  await expect(texts.getByText('General: 1 reply')).toBeVisible()
})

test('the other windows of somebody who signs out are signed out too', async ({ context, organization, complaints }) => {
  complaints.expectEndOfSession()
  const { ann, ben } = organization
  await signIn(context, ann)
  const [first, second] = await openWindows(context, ['/texts', '/texts'])
  if (!first || !second) throw new Error('two windows')
  await second.getByRole('button', { name: 'Sign out' }).click()
  await expect(second).toHaveURL(/sign-in/)
  await expect(first.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await signIn(context, ben)
  await first.goto('/texts')
  await expect(first.getByRole('banner')).toContainText('Ben Texter')
})
