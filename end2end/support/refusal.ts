// A text that the server refuses: it comes to it without its words.
import type { Page } from '@playwright/test'
import { takeNext } from './routes.ts'

const SEND = '**/api/conversations/send'

/** Lets the page's next text be refused. */
export async function refuseText(page: Page) {
  const refuse = await holdRefusal(page)
  refuse()
}

/** Keeps the page's next text under way, until it is refused by what this returns. */
export async function holdRefusal(page: Page) {
  let refuse = () => {}
  const refused = new Promise<void>((resolve) => (refuse = resolve))
  await takeNext(page, SEND, async (route) => {
    await refused
    await route.continue({ postData: (route.request().postData() ?? '').replace(/body=[^&]*/, 'body=') })
  })
  return refuse
}
