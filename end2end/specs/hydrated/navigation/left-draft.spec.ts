// A draft that is still being saved when its page is left.
import type { Page, Route } from '@playwright/test'
import { ahead, withoutAhead } from '../../../support/ahead.ts'
import { follow } from '../../../support/documents.ts'
import { draftOf } from '../../../support/draft.ts'
import { addReplies, createCampaign, type Reply } from '../../../support/replies.ts'
import { expect, test as base } from '../../../support/test.ts'
import { turn } from '../../../support/turn.ts'

const SAVE = '**/save-draft'

/** Two replies that Ann holds. */
const test = base.extend<{ maya: Reply; omar: Reply; replies: Reply[] }>({
  replies: async ({ organization }, use) => {
    const waiting = ['Maya Lin', 'Omar Said'].map((name, place) => ({ minutes: 200 - place, holder: organization.ann, name }))
    await use(await addReplies(await createCampaign(organization, 'Early vote'), waiting))
  },
  maya: async ({ replies }, use) => use(replies[0] as Reply),
  omar: async ({ replies }, use) => use(replies[1] as Reply),
})

const alert = (page: Page) => page.getByRole('alert').filter({ hasText: 'Your draft to Maya Lin was not saved.' })

/** Holds the saves of drafts back; each is let go by its number. */
async function holdSaves(page: Page): Promise<Route[]> {
  const saves: Route[] = []
  await page.route(SAVE, (route) => void saves.push(route))
  return saves
}

test('one that could not be saved is said so, and is where it was written', async ({ page, enterAs, complaints, organization, maya }) => {
  complaints.expect(/ERR_FAILED/)
  await enterAs(organization.ann, `/texts/${maya.id}`)
  await page.route(SAVE, (route) => route.abort())
  await page.getByLabel('Your reply').fill('At 12 Main')
  await follow(page, '/texts')
  await expect(page).toHaveURL('/texts')
  await expect(alert(page)).toBeVisible()
  await page.unroute(SAVE)
  await alert(page).getByRole('link', { name: 'Back to Maya Lin' }).click()
  await expect(page).toHaveURL(`/texts/${maya.id}`)
  await expect(page.getByLabel('Your reply')).toHaveValue('At 12 Main')
  await expect(alert(page)).toHaveCount(0)
  await expect(page.getByText('Draft saved')).toBeVisible()
  expect(await draftOf(organization.ann, maya)).toBe('At 12 Main')
})

test('so it is where all of it was emptied', async ({ page, enterAs, complaints, organization, maya }) => {
  complaints.expect(/ERR_FAILED/)
  await enterAs(organization.ann, `/texts/${maya.id}`)
  await page.getByLabel('Your reply').fill('At 12 Main')
  await expect(page.getByText('Draft saved')).toBeVisible()
  await page.route(SAVE, (route) => route.abort())
  await page.getByLabel('Your reply').fill('')
  await follow(page, '/texts')
  await expect(alert(page)).toBeVisible()
  await page.unroute(SAVE)
  await follow(page, `/texts/${maya.id}`)
  await expect(page.getByLabel('Your reply')).toHaveValue('')
  await expect.poll(() => draftOf(organization.ann, maya)).toBe('')
})

test('only the last save of it counts', async ({ page, enterAs, complaints, organization, maya }) => {
  complaints.expect(/ERR_FAILED/)
  await enterAs(organization.ann, `/texts/${maya.id}`)
  const saves = await holdSaves(page)
  const box = page.getByLabel('Your reply')
  await box.fill('At 12')
  await expect.poll(() => saves.length).toBe(1)
  await box.fill('At 12 Main')
  await follow(page, '/texts')
  await expect(page).toHaveURL('/texts')
  await saves[0]?.abort()
  // It is tried with the last words, of which nothing is known yet.
  await expect.poll(() => saves.length).toBe(2)
  await turn(page)
  await expect(alert(page)).toHaveCount(0)
  const saved = page.waitForEvent('requestfinished', (request) => request === saves[1]?.request())
  await saves[1]?.continue()
  await saved
  await turn(page)
  await expect(alert(page)).toHaveCount(0)
  expect(await draftOf(organization.ann, maya)).toBe('At 12 Main')

  await follow(page, `/texts/${maya.id}`)
  await box.fill('At 12 Main Street')
  await expect.poll(() => saves.length).toBe(3)
  await box.fill('At 14 Main Street')
  await follow(page, '/texts')
  await expect(page).toHaveURL('/texts')
  await saves[2]?.continue()
  await expect.poll(() => saves.length).toBe(4)
  await saves[3]?.abort()
  await expect(alert(page)).toHaveCount(1)
  await page.unroute(SAVE)
  await follow(page, `/texts/${maya.id}`)
  await expect(box).toHaveValue('At 14 Main Street')
})

for (const way of ['a link', 'a form'] as const) {
  test(`it is in its box when ${way} leads there by another address`, async ({ page, enterAs, organization, maya, omar }) => {
    const [first, second] = way === 'a link' ? [maya, maya] : [omar, maya]
    await withoutAhead(page)
    await enterAs(organization.ann, `/texts/${first.id}`)
    const saves = await holdSaves(page)
    await page.getByLabel('Your reply').fill('By mail')
    await follow(page, way === 'a link' ? '/texts' : `/texts/${second.id}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(way === 'a link' ? 'My texts' : 'Maya Lin')
    await expect.poll(() => saves.length).toBe(1)
    const older = page.waitForResponse((response) => new URL(response.url()).pathname === `/texts/${first.id}`)
    const next = way === 'a link' ? page.getByRole('link', { name: /^Answer replies/ }) : page.getByRole('button', { name: 'Close' })
    await next.click({ noWaitAfter: true })
    await (await older).finished()
    await saves[0]?.continue()
    await page.unroute(SAVE)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(first.name)
    await expect(page.getByLabel('Your reply')).toHaveValue('By mail')
    await expect.poll(() => draftOf(organization.ann, first)).toBe('By mail')
  })
}

test('the next page, when it was fetched before the draft arrived, is fetched again', async ({ page, enterAs, organization, maya, omar }) => {
  await enterAs(organization.ann, `/texts/${omar.id}`)
  const saves = await holdSaves(page)
  await page.getByLabel('Your reply').fill('By mail')
  const next = page.waitForResponse((response) => new URL(response.url()).pathname === `/texts/${omar.id}`)
  await follow(page, `/texts/${maya.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maya Lin')
  await (await next).finished()
  expect(saves).toHaveLength(1)
  await saves[0]?.continue()
  await page.unroute(SAVE)
  await expect.poll(() => draftOf(organization.ann, omar)).toBe('By mail')
  await page.getByLabel('Your reply').fill('At 12 Main')
  await ahead(page)
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Omar Said')
  await expect(page.getByLabel('Your reply')).toHaveValue('By mail')
})
