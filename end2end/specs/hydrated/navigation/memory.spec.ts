// A page that is left leaves nothing behind: elements, listeners and memory stay what they are, however far somebody goes.
import type { CDPSession, Page } from '@playwright/test'
import { eventStreams } from '../../../support/event-streams.ts'
import { follow } from '../../../support/documents.ts'
import { addReplies, createCampaign } from '../../../support/replies.ts'
import { expect, test } from '../../../support/test.ts'

/** A thousand are gone through by `make nightly`. */
const ROUNDS = process.env.BATON_TEST_MATRIX === 'whole' ? 250 : 15

type WithProgram = Window & { programMemory?: WebAssembly.Memory }

/** Keeps the memory of the program at hand, from before it is loaded. */
const holdProgramMemory = (page: Page) =>
  page.addInitScript(() => {
    const instantiate = WebAssembly.instantiateStreaming
    WebAssembly.instantiateStreaming = async (...module) => {
      const program = await instantiate(...module)
      ;(window as WithProgram).programMemory = program.instance.exports.memory as WebAssembly.Memory
      return program
    }
  })

async function measure(page: Page, session: CDPSession) {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const figure = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
  return { nodes: figure('Nodes'), listeners: figure('JSEventListeners'), heap: figure('JSHeapUsedSize'), program: await programBytes(page) }
}

/** It never shrinks. */
async function programBytes(page: Page): Promise<number> {
  const bytes = await page.evaluate(() => (window as WithProgram).programMemory?.buffer.byteLength ?? 0)
  expect(bytes, 'the memory of the program is found').toBeGreaterThan(0)
  return bytes
}

/** Pages: their addresses, their titles, and what opens a dialog on them. */
type Pages = [string, string, string?][]

async function goAround(page: Page, pages: Pages) {
  for (const [path, title, opens] of pages) {
    await follow(page, path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(page.locator('html')).toHaveAttribute('data-live', 'true')
    if (!opens) continue
    await page.getByRole('link', { name: opens }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
}

test('elements, listeners, memory and connections are bounded', async ({ page, context, enterAs, organization }) => {
  test.setTimeout(600_000)
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 90, holder: organization.admin, name: 'Maya Lin' }])
  const pages: Pages = [
    ['/texts', 'My texts'],
    [`/texts/${maya?.id}`, 'Maya Lin'],
    [`/review?open=${maya?.id}`, 'Message Review'],
    ['/requests', 'Assignment Requests'],
    ['/campaigns', 'Campaigns', 'Release Unhandled Replies'],
    [`/campaigns/${campaign.id}`, 'Early vote', 'Autoassign Mode'],
  ]
  await holdProgramMemory(page)
  const streams = eventStreams(page)
  await enterAs(organization.admin, '/texts')
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  await goAround(page, pages)
  await goAround(page, pages)
  const before = await measure(page, session)
  for (let round = 0; round < ROUNDS; round += 1) await goAround(page, pages)
  const after = await measure(page, session)
  expect.soft(after.nodes, 'elements').toBeLessThan(before.nodes * 1.5)
  expect.soft(after.listeners, 'listeners').toBeLessThan(before.listeners * 1.5)
  expect.soft(after.heap, 'memory').toBeLessThan(before.heap * 1.5)
  expect.soft(after.program, 'memory of the program').toBeLessThan(before.program * 1.5)
  expect.soft(streams(), 'connections for live events').toBe(1)
})
