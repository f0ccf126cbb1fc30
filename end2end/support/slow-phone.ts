// A phone on slow 4G, a quarter as fast as the machine on which its budgets were set. The machine that measures is slowed
// down until it is as fast as that phone, so that the phone is the same one everywhere.
import { devices, type Browser, type Page } from '@playwright/test'
import { openSlowLine } from './slow-line.ts'

const LINE = { delayMs: 75, bytesPerSecond: 200_000 }
/**
 * How long `work` takes on the phone, in milliseconds: by it a page load until the next text takes 580 ms, where CPU ÷ 4 had
 * 616 ms on the machine on which the budgets were set.
 */
const WORK_MS = 100

/** What a page does, in small: numbers, strings and objects; how long it took at best, in milliseconds. */
function work() {
  const once = () => {
    const begun = performance.now()
    const words = new Map<string, number>()
    for (let number = 0; number < 1_000_000; number += 1) {
      const word = `${(number * 7919) % 5003}`
      words.set(word, (words.get(word) ?? 0) + word.length)
    }
    return performance.now() - begun
  }
  return Math.min(...Array.from({ length: 9 }, once))
}

let slowdown: number | undefined

/** By how much this machine is slowed down to be as fast as the phone. */
export async function phoneSlowdown(page: Page): Promise<number> {
  if (slowdown === undefined) {
    slowdown = Math.max(1, WORK_MS / (await page.evaluate(work)))
    console.log(`The phone: this machine, ${slowdown.toFixed(1)} times as slow`)
  }
  return slowdown
}

/** Opens the line of such phones. */
export const openPhoneLine = () => openSlowLine(LINE)

/** Opens a page on such a phone. `prepare` runs in each of its documents, with this argument, before anything else. */
export async function openPhone(browser: Browser, baseURL: string, prepare: (argument: string) => void, argument = '') {
  const context = await browser.newContext({ ...devices['Pixel 7'], baseURL })
  await context.addInitScript(prepare, argument)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: await phoneSlowdown(page) })
  return { context, page }
}

/** The value below which this share of them are. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
