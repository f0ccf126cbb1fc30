// A phone that is a quarter as fast as this machine, on slow 4G.
import { devices, type Browser } from '@playwright/test'
import { openSlowLine } from './slow-line.ts'

const LINE = { delayMs: 75, bytesPerSecond: 200_000 }
const CPU_SLOWDOWN = 4

/** Opens the line of such phones. */
export const openPhoneLine = () => openSlowLine(LINE)

/** Opens a page on such a phone. `prepare` runs in each of its documents, with this argument, before anything else. */
export async function openPhone(browser: Browser, baseURL: string, prepare: (argument: string) => void, argument = '') {
  const context = await browser.newContext({ ...devices['Pixel 7'], baseURL })
  await context.addInitScript(prepare, argument)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  return { context, page }
}

/** The value below which this share of them are. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
