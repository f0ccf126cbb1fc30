// Before the islands are awake a click is a plain form's or link's; a test that means theirs waits.
import { expect, type Page } from '@playwright/test'

/** Waits until the page is awake, if it has a program. */
export async function awake(page: Page) {
  const done = page.locator('html:is([data-live=true], :not(:has(link[rel=modulepreload])))')
  await expect(done, 'the islands wake').toBeAttached()
}

/** Waits until the page also hears from the server. */
export async function listening(page: Page) {
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
}
