// Connections for live events.
import type { Page } from '@playwright/test'

/** Counts those that a page opens from now on. */
export function eventStreams(page: Page): () => number {
  let count = 0
  page.on('request', (request) => {
    if (request.method() === 'GET' && new URL(request.url()).pathname === '/events') count += 1
  })
  return () => count
}
