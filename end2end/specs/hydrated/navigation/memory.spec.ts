// A page that is left leaves nothing behind: elements, listeners and memory stay what they are, however far somebody goes.
import type { CDPSession, Page } from '@playwright/test'
import { follow } from '../../../support/documents.ts'
import { addReplies, createCampaign } from '../../../support/replies.ts'
import { expect, test } from '../../../support/test.ts'

/** A thousand are gone through by `make nightly`. */
const ROUNDS = process.env.BATON_TEST_MATRIX === 'whole' ? 250 : 15

async function measure(session: CDPSession) {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const figure = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
  return { nodes: figure('Nodes'), listeners: figure('JSEventListeners'), heap: figure('JSHeapUsedSize') }
}

async function goAround(page: Page, pages: [string, string][]) {
  for (const [path, title] of pages) {
    await follow(page, path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(page.locator('html')).toHaveAttribute('data-live', 'true')
  }
}

test('elements, listeners and memory are bounded', async ({ page, context, enterAs, organization }) => {
  test.setTimeout(600_000)
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 90, holder: organization.admin, name: 'Maya Lin' }])
  const pages: [string, string][] = [
    ['/texts', 'My texts'],
    [`/texts/${maya?.id}`, 'Maya Lin'],
    ['/campaigns', 'Campaigns'],
    [`/campaigns/${campaign.id}`, 'Early vote'],
  ]
  await enterAs(organization.admin, '/texts')
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  await goAround(page, pages)
  await goAround(page, pages)
  const before = await measure(session)
  for (let round = 0; round < ROUNDS; round += 1) await goAround(page, pages)
  const after = await measure(session)
  expect(after.nodes, 'elements').toBeLessThan(before.nodes * 1.5)
  expect(after.listeners, 'listeners').toBeLessThan(before.listeners * 1.5)
  expect(after.heap, 'memory').toBeLessThan(before.heap * 1.5)
})
