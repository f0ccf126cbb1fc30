// Where the links of a page lead.
import type { Page } from '@playwright/test'

/** The number at the end of an address. */
export const idIn = (address: string | undefined) => /\/(\d+)(?:[?#].*)?$/.exec(address ?? '')?.[1]

/** The address of the first link that matches. */
export async function hrefOf(page: Page, link: string): Promise<string> {
  return (await page.locator(link).first().getAttribute('href')) ?? ''
}
