// The turns of a page's event loop.
import type { Page } from '@playwright/test'

/** Lets a page do what it has to do by now: several turns, because an answer is taken in step by step; and not by its timers, which may be the test's. */
export async function turn(page: Page) {
  await page.evaluate(async () => {
    const { port1, port2 } = new MessageChannel()
    for (let turns = 0; turns < 10; turns += 1) {
      await new Promise<void>((next) => {
        port1.onmessage = () => next()
        port2.postMessage(null)
      })
    }
    port1.close()
  })
}
