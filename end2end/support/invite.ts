// Invite links, made by an admin as they make them.
import { expect, type Page } from '@playwright/test'
import { script } from './database.ts'
import type { Organization } from './organization.ts'

/** Makes a link on the page of an admin who is signed in. Gives its path. */
export async function makeLink(page: Page, { role, uses }: { role: string; uses: string }): Promise<string> {
  await page.goto('/people/invites/new')
  await page.getByLabel('Role').selectOption(role)
  await page.getByLabel('How many may join').fill(uses)
  await page.getByRole('button', { name: 'Make link' }).click()
  await expect(page.getByText('The link is made.')).toBeVisible()
  return new URL(await page.getByLabel('Link', { exact: true }).inputValue()).pathname
}

/** So many days have passed for the links of an organization. */
export async function linksAge({ id }: Organization, days: number) {
  await script('links-age', { organization: id, days })
}
