// Contacts come in from a CSV file, in two steps: the good rows are taken, the bad ones are told.
import { importContacts, uploadContacts } from '../../support/contacts.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'
import type { Page } from '@playwright/test'

test('bad rows are reported with line and reason, good ones kept', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, `/campaigns/${campaign.id}`)
  await importContacts(page, [
    'firstName,lastName,cell,county',
    'Maya,Lin,(212) 555-0123,Kings',
    'No,Cell,,Kings',
    'Wrong,Cell,call me,Kings',
    'Omar,Said,+1 212 555 0124,Queens',
    'Too,Few',
    'Maya,Again,212-555-0123,Kings',
  ].join('\n'))
  await expect(page).toHaveURL(/\?import=\d+$/)
  await expect(page.getByRole('heading', { name: '2 contacts added' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Rows that were not added' }).getByRole('row')).toHaveText([
    /Line\s*In the file\s*Reason/,
    /3\s*The cell is missing\./,
    /4\s*call me\s*It is not a phone number\./,
    /6\s*Too, Few\s*The row has 2 columns where the header line has 4\./,
    /7\s*212-555-0123\s*Line 2 has the same number\. The first row of a household was taken\./,
  ])
  await expect(figure(page, 'Rows in the file')).toHaveText('6')
  await expect(figure(page, 'Duplicates')).toHaveText('1')
  await expect(figure(page, 'Without a cell')).toHaveText('1')
  await expect(figure(page, 'Rejected')).toHaveText('2')
  await expect(figure(page, 'By area code')).toHaveText('2')
  await expect(figure(page, 'Contacts')).toHaveText('2')
  await expect(figure(page, 'Unsent')).toHaveText('2')
})

test('columns that are not understood are asked about, and chosen', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 30 }])
  await enterAs(organization.admin, `/campaigns/${campaign.id}`)
  await uploadContacts(page, 'firsstName,Family,phone,Cell_Phone,id\nMaya,Lin,(212) 555-0123,none,A-1\nNo,Cell,,none,A-2\n')
  await expect(page.getByText('Both “phone” and “Cell_Phone” may be Cell.')).toBeVisible()
  await page.getByLabel('What “Cell_Phone” is').selectOption('Leave it out')
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('alert')).toContainText('No column is “First name”. Choose below which one it is. Did you mean “firsstName” to be First name?')
  await expect(page.getByLabel('What “Cell_Phone” is')).toHaveValue('ignore')
  await page.getByLabel('What “firsstName” is').selectOption('First name')
  await page.getByLabel('What “id” is').selectOption('External id')
  await page.getByRole('button', { name: 'Show the first rows again' }).click()
  const rows = page.getByRole('table', { name: 'The first rows, as they would be taken' })
  await expect(rows.getByRole('row')).toHaveText([/Line/, /2\s*Maya Lin\s*External id: A-1\s*\+12125550123\s*America\/New_York/, /3\s*Not added:\s*The cell is missing\./])
  await expect(figure(page, 'Contacts')).toHaveCount(0)
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('heading', { name: '1 contact added' })).toBeVisible()
  await expect(figure(page, 'Contacts')).toHaveText('2')
})

test('who is added to a launched campaign without a field of its script is named', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 30, fields: { ask: '20' } }])
  await enterAs(organization.admin, `/campaigns/${campaign.id}`)
  const script = page.getByRole('region', { name: 'Script and due date' })
  await script.getByLabel('Script of the initial message').fill('Hi {firstName}, give ${ask}?')
  await script.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').getByText('Script and due date are saved.')).toBeVisible()
  await expect(script).not.toContainText('Blank fields')
  await importContacts(page, 'firstName,lastName,cell\nMaya,Lin,(212) 555-0123\n')
  const blank = '{ask} is blank for one contact: Maya.'
  await expect(page.getByRole('region', { name: '1 contact added' })).toContainText(blank)
  await expect(script).toContainText(blank)
})

const figure = (page: Page, name: string) =>
  page.getByRole('main').locator('dl > div', { has: page.getByText(name, { exact: true }) }).locator('dd')
