// A release form: a dialog where there is WASM, a page where there is none.
import type { Locator, Page } from '@playwright/test'
import { openMenu, pressItem } from './menu.ts'

/** Follows an item of a row's menu, and gives what it opened. */
export async function choose(page: Page, campaign: string, item: string, live: boolean): Promise<Locator> {
  await openMenu(page, campaign)
  await pressItem(page.getByRole('link', { name: item }))
  return live ? page.getByRole('dialog', { name: item }) : page.getByRole('main')
}

/** Picks an interval; without WASM the preview has to be asked for. */
export async function pick(form: Locator, interval: string, live: boolean) {
  await form.getByRole('radio', { name: interval, exact: true }).check()
  if (!live) await form.getByRole('button', { name: 'Update the preview' }).click()
}
