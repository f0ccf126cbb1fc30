// How often a page loads a document anew.
import type { Page } from '@playwright/test'

/** Counts the documents that a page loads from now on. */
export function countDocuments(page: Page): () => number {
  let count = 0
  page.on('request', (request) => {
    if (request.resourceType() === 'document') count += 1
  })
  return () => count
}

/** Goes to an address as a link does: without loading a document, where the browser can. */
export async function follow(page: Page, path: string) {
  await page.evaluate((address) => location.assign(address), path)
}
