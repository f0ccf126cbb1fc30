// What a page has asked for, and has no answer to yet.
import { expect, type Page, type Request } from '@playwright/test'

/** The requests of a page that are under way, but for its stream. */
export function requestsOf(page: Page) {
  const underWay = new Set<Request>()
  page.on('request', (request) => request.resourceType() === 'eventsource' || underWay.add(request))
  page.on('requestfinished', (request) => underWay.delete(request))
  page.on('requestfailed', (request) => underWay.delete(request))
  return underWay
}

/** Waits until none of them is. */
export async function quiet(requests: Set<Request>) {
  await expect.poll(() => requests.size).toBe(0)
}
