// The clock of a page, where it is the test's.
import type { Page } from '@playwright/test'

/** Stops the clock of a page that has one of its own: a second from now, not so far that the page misses a heartbeat. */
export async function pauseClock(page: Page) {
  const inASecond = () => page.evaluate(() => Date.now() + 1_000)
  try {
    await page.clock.pauseAt(await inASecond())
  } catch (error) {
    // The second was over before this reached the page, whose clock stands by now all the same.
    if (!String(error).includes('Cannot fast-forward to the past')) throw error
    await page.clock.pauseAt(await inASecond())
  }
}
