// The page that comes after a text, which is fetched while the text is written.
import { expect, type Page } from '@playwright/test'

/** Waits until it is there. */
export async function ahead(page: Page) {
  await expect(page.locator('form[data-ahead]')).toBeAttached()
}

/** Lets none be there, so that whoever sends waits for the answer. */
export async function withoutAhead(page: Page) {
  await page.route(/\/texts\/next\?after=/, (route) => route.fulfill({ status: 204 }))
}
