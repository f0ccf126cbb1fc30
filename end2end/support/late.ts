// Answers that overtake each other: a test holds one back.
import type { Page, Request } from '@playwright/test'
import { takeNext } from './routes.ts'
import { turn } from './turn.ts'

/** Keeps back the page's next answer from this address, as the server gave it, until it is delivered. */
export async function holdAnswer(page: Page, path: string) {
  let held: Request | undefined
  let wasRead = () => {}
  let deliver = () => {}
  const read = new Promise<void>((resolve) => (wasRead = resolve))
  const delivered = new Promise<void>((resolve) => (deliver = resolve))
  await takeNext(page, `**${path}`, async (route) => {
    held = route.request()
    const response = await route.fetch()
    wasRead()
    await delivered
    await route.fulfill({ response })
  })
  return {
    /** Resolves when the server has answered. */
    read,
    /** Resolves when the page has had a turn to take the answer in. */
    deliver: async () => {
      // Newer requests to the same address may end meanwhile.
      const arrived = page.waitForEvent('requestfinished', (request) => request === held)
      deliver()
      await arrived
      await turn(page)
    },
  }
}

/** An address with this path, whatever it says of the page that asks. */
const addressOf = (path: string) => new RegExp(`^[^?]*//[^/?]+${path}(\\?|$)`)

/** Keeps back the page's next form to this address, which leads to another page, until it is delivered. */
export async function holdPost(page: Page, path: string) {
  let deliver = () => {}
  const delivered = new Promise<void>((resolve) => (deliver = resolve))
  await takeNext(page, addressOf(path), async (route) => {
    await delivered
    await route.continue()
  })
  /** `asked` resolves when the page has sent it. */
  return { asked: page.waitForRequest(addressOf(path)), deliver }
}

/** Keeps the page's next request to this address under way, until it fails by what this returns. */
export async function holdFailure(page: Page, path: string) {
  let fail = () => {}
  const failed = new Promise<void>((resolve) => (fail = resolve))
  await takeNext(page, addressOf(path), async (route) => {
    await failed
    await route.abort()
  })
  return fail
}

/** Lets every answer from these addresses come late, and some after answers to later questions. */
export async function answerOutOfOrder(page: Page, pattern: string | RegExp) {
  let question = 0
  await page.route(pattern, async (route) => {
    question += 1
    // 0 to 90 ms, by the same sequence in every run.
    const delay = ((question * 7) % 10) * 10
    const response = await route.fetch().catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, delay))
    // Nobody may wait for it any more.
    if (response === undefined) await route.abort().catch(() => {})
    else await route.fulfill({ response }).catch(() => {})
  })
}
