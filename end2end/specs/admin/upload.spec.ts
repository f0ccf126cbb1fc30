// Contacts come in from a CSV file: the good rows are taken, the bad ones are told.
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'
import type { Page } from '@playwright/test'

async function upload(page: Page, rows: string[]) {
  const buffer = Buffer.from(rows.join('\n'))
  await page.getByLabel('CSV file').setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Upload' }).click()
}

test('bad rows are reported with line and reason, good ones kept', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, `/campaigns/${campaign.id}`)
  await upload(page, [
    'firstName,lastName,cell,county',
    'Maya,Lin,(212) 555-0123,Kings',
    'No,Cell,,Kings',
    'Wrong,Cell,call me,Kings',
    'Omar,Said,+1 212 555 0124,Queens',
    'Too,Few',
    'Maya,Again,212-555-0123,Kings',
  ])
  await expect(page).toHaveURL(/\?import=\d+$/)
  await expect(page.getByRole('heading', { name: '2 contacts added' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Rows that were not added' }).getByRole('row')).toHaveText([
    /Line\s*In the file\s*Reason/,
    /3\s*The cell is missing\./,
    /4\s*call me\s*It is not a phone number\./,
    /6\s*Too, Few\s*The row has 2 columns where the header line has 4\./,
    /7\s*212-555-0123\s*Line 2 has the same number\. The first row of a household was taken\./,
  ])
  await expect(figure(page, 'Duplicates')).toHaveText('1')
  await expect(figure(page, 'Without a cell')).toHaveText('1')
  await expect(figure(page, 'Rejected')).toHaveText('2')
  await expect(figure(page, 'By area code')).toHaveText('2')
  await expect(figure(page, 'Contacts')).toHaveText('2')
  await expect(figure(page, 'Unsent')).toHaveText('2')
})

test('a file without the columns is refused as a whole', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 30 }])
  await enterAs(organization.admin, `/campaigns/${campaign.id}`)
  await upload(page, ['name,phone', 'Maya,(212) 555-0123'])
  await expect(page.getByRole('heading', { name: '0 contacts added' })).toBeVisible()
  await expect(page.getByRole('row', { name: /^1 The header line has no column “firstName”/ })).toBeVisible()
  await expect(figure(page, 'Contacts')).toHaveText('1')
})

const figure = (page: Page, name: string) =>
  page.getByRole('main').locator('dl > div', { has: page.getByText(name, { exact: true }) }).locator('dd')
