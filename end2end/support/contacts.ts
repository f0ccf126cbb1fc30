// Contacts from a file, in the two steps in which a person uploads them.
import { expect, type Page } from '@playwright/test'

/** Chooses a file on the page of a campaign, and sends it. Its columns come next. */
export async function uploadContacts(page: Page, file: string): Promise<void> {
  const buffer = Buffer.from(file)
  await page.getByLabel('CSV file').setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Upload' }).click()
}

/** The same, and imports it with its columns as Baton understands them. */
export async function importContacts(page: Page, file: string): Promise<void> {
  await uploadContacts(page, file)
  await expect(page.getByRole('heading', { name: 'Check the columns' })).toBeVisible()
  await page.getByRole('button', { name: 'Import' }).click()
}
