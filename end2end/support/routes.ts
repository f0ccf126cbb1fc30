// What a test does with the requests of a page, beyond what Playwright does.
import type { BrowserContext, Page, Route } from '@playwright/test'

/**
 * Lets a test take the page's next request to this address; those after it pass. Not by `times`: what is held then would
 * go on by itself where it was the last route, and could not be ended with the test.
 */
export async function takeNext(page: Page, address: string | RegExp, take: (route: Route) => Promise<void>) {
  let isNext = true
  await page.route(address, async (route) => {
    if (!isNext) return route.fallback()
    isNext = false
    await take(route)
  })
}

/** Ends what a test still holds or passes on when it is over: it would fail as an error of no test. */
export async function endRoutes(context: BrowserContext) {
  await Promise.all(context.pages().map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })))
}
