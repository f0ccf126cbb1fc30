// The windows of one browser share one connection: browsers allow six to a server, and people have more windows.
import type { BrowserContext, Page } from '@playwright/test'
import { awake, listening } from '../../support/hydration.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { setRole } from '../../support/role.ts'
import { signIn } from '../../support/sign-in.ts'
import { expect, test } from '../../support/test.ts'

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

test('ten windows are live at once, over one connection', async ({ context, organization }) => {
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
  await page.clock.pauseAt(Date.now() + 1_000)
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

test('the other windows of somebody who signs out are signed out too', async ({ context, organization }) => {
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
