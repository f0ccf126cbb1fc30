// Before the islands are awake a click is a plain form's or link's; a test that means theirs waits.
import { expect, type Page } from '@playwright/test'

/** Waits until the page is awake. */
export async function awake(page: Page) {
  await expect(page.locator('html'), 'the islands wake').toHaveAttribute('data-live', 'true')
}

/** Waits until the page also hears from the server. */
export async function listening(page: Page) {
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
}
