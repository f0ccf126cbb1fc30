// The menu of a campaign's row, by the keyboard: to press a pointer on something the tests may scroll the page first, which
// an open menu follows one frame later, and a press that lands beside it in between closes it.
import { expect, type Locator, type Page } from '@playwright/test'

/** Opens the menu of a campaign. */
export async function openMenu(page: Page, campaign: string) {
  await page.getByRole('button', { name: `Actions for ${campaign}` }).press('Enter')
}

/** Follows or presses an item of the menu that is open. */
export async function pressItem(item: Locator) {
  await expect(item).toBeVisible()
  await item.press('Enter')
}
