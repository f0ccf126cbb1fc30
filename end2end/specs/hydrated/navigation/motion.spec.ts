// What is seen of a navigation: a bar where it takes long, and a transition where motion is welcome.
import type { Page } from '@playwright/test'
import { countDocuments } from '../../../support/documents.ts'
import { expect, test } from '../../../support/test.ts'

/** The bar, as a person sees it: how much of the screen it takes, and how much it stands out from what is behind it. */
const bar = (page: Page) =>
  page.evaluate(() => {
    const style = getComputedStyle(document.documentElement, '::after')
    if (style.content === 'none' || style.display === 'none' || style.visibility !== 'visible') return { width: 0, height: 0, top: 0, stands: false }
    const scale = new DOMMatrix(style.transform)
    const width = parseFloat(style.width) * scale.a
    const behind = getComputedStyle(document.documentElement).backgroundColor
    const stands = Number(style.opacity) === 1 && style.borderTopColor !== behind && !/^rgba.*, 0\)$/.test(style.borderTopColor)
    return { width, height: parseFloat(style.borderTopWidth) * scale.d, top: parseFloat(style.top), stands }
  })

/** The bar when the page has been waited for so long. */
async function barAfter(page: Page, milliseconds: number) {
  await page.evaluate((time) => {
    for (const animation of document.getAnimations()) {
      animation.pause()
      animation.currentTime = time
    }
  }, milliseconds)
  return bar(page)
}

/** Keeps the page back that this address leads to, until it is let go. */
async function holdPage(page: Page, path: string) {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(`**${path}`, async (route) => {
    await held
    await route.continue()
  }, { times: 1 })
  return letGo
}

/** Follows a link without waiting for its page. */
const press = (page: Page, name: string) => page.getByRole('link', { name }).first().click({ noWaitAfter: true })

test('a page that takes long is waited for with a bar that is seen', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/campaigns')
  expect((await bar(page)).width).toBe(0)
  const letGo = await holdPage(page, '/releases')
  await press(page, 'Release history')
  await expect.poll(async () => (await bar(page)).width).toBeGreaterThan(100)
  const seen = await bar(page)
  expect(seen).toMatchObject({ top: 0, stands: true })
  expect(seen.height).toBeGreaterThanOrEqual(2)
  expect(seen.width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
  // It goes on, and says no more than is so: the page is not there.
  await expect.poll(async () => (await bar(page)).width).toBeGreaterThan(seen.width)
  letGo()
  await expect(page.getByRole('heading', { level: 1, name: 'Release history' })).toBeVisible()
  await expect.poll(async () => (await bar(page)).width).toBe(0)
})

test('without motion, and in the reader’s own colours, it comes as late, is seen and stands still', async ({ page, enterAs, organization }) => {
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' })
  await enterAs(organization.admin, '/campaigns')
  const letGo = await holdPage(page, '/releases')
  await press(page, 'Release history')
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(1)
  expect((await barAfter(page, 200)).width).toBe(0)
  const seen = await barAfter(page, 300)
  expect(seen).toMatchObject({ top: 0, stands: true })
  expect(seen.height).toBeGreaterThanOrEqual(2)
  expect(seen.width).toBeGreaterThan(100)
  expect(await barAfter(page, 4_000)).toEqual(seen)
  letGo()
  await expect(page.getByRole('heading', { level: 1, name: 'Release history' })).toBeVisible()
  await expect.poll(async () => (await bar(page)).width).toBe(0)
})

for (const [reducedMotion, transitions] of [['no-preference', 1], ['reduce', 0]] as const) {
  test.describe(`where motion is “${reducedMotion}”`, () => {
    test.use({ contextOptions: { reducedMotion } })

    test(`there are ${transitions ? '' : 'no '}transitions`, async ({ page, enterAs, organization, complaints }) => {
      complaints.expectEndOfSession()
      await page.addInitScript(() => {
        const begin = document.startViewTransition.bind(document)
        document.startViewTransition = (update) => {
          const { dataset } = document.documentElement
          dataset.transitions = String(Number(dataset.transitions ?? 0) + 1)
          return begin(update)
        }
      })
      await enterAs(organization.admin, '/campaigns')
      const documents = countDocuments(page)
      await page.getByRole('link', { name: 'Release history' }).first().click()
      await expect(page.getByRole('heading', { level: 1, name: 'Release history' })).toBeVisible()
      expect(await page.evaluate(() => Number(document.documentElement.dataset.transitions ?? 0))).toBe(transitions)
      // Not from one form to the next, where somebody works at speed.
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
      expect(await page.evaluate(() => Number(document.documentElement.dataset.transitions ?? 0))).toBe(transitions)
      expect(documents()).toBe(0)
    })
  })
}
