// Opt-outs by number: recorded by hand and by a file, searched, exported, held against uploads, and lifted with a reason.
import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { expectAccessible } from '../../support/accessibility.ts'
import { contactWrites } from '../../support/incoming.ts'
import { addReplies, createCampaign, createDraft } from '../../support/replies.ts'
import { importContacts } from '../../support/contacts.ts'
import { expect, test } from '../../support/test.ts'

async function upload(page: Page, button: string, rows: string[]) {
  const buffer = Buffer.from(rows.join('\n'))
  await page.getByLabel('CSV file').setInputFiles({ name: 'numbers.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: button, exact: true }).click()
}

const figure = (page: Page, name: string) =>
  page.getByRole('main').locator('dl > div', { has: page.getByText(name, { exact: true }) }).locator('dd')

test('numbers are added, imported with faults, found, exported, and held against an upload', async ({ page, enterAs, visit, organization }) => {
  await enterAs(organization.admin, '/campaigns')
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.getByRole('link', { name: 'Opt-outs' }).click()
  await expect(page.getByText('No opt-outs yet')).toBeVisible()
  await page.getByLabel('Phone numbers').fill('(212) 555-0123\n555-0110')
  await page.getByRole('button', { name: 'Opt out', exact: true }).click()
  await expect(page.getByText('“555-0110”: It has no area code.')).toBeVisible()
  await page.getByLabel('Phone numbers').fill('(212) 555-0123, 212.555.0124')
  await page.getByRole('button', { name: 'Opt out', exact: true }).click()
  await expect(page.getByText('2 numbers are opted out now.')).toBeVisible()
  const list = page.getByRole('list', { name: 'Opt-outs' }).getByRole('listitem')
  await expect(list).toHaveCount(2)

  await upload(page, 'Import', ['name,phone', 'Maya,212-555-0123', 'Omar,2125550125.0', 'Nobody,', 'Wrong,call me', 'Again,(212) 555-0125'])
  await expect(page.getByRole('heading', { name: '1 number opted out' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Rows that were left out' }).getByRole('row')).toHaveText([
    /Line\s*In the file\s*Reason/,
    /4\s*The cell is missing\./,
    /5\s*call me\s*It is not a phone number\./,
    /6\s*\(212\) 555-0125\s*Line 3 has the same number\./,
  ])
  await expect(figure(page, 'Opted out before')).toHaveText('1')
  await expectAccessible(page, 'opt-outs with a report')

  await page.getByLabel('Number or last digits').fill('0125')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(list).toHaveText([/^\+12125550125\s*From a file\s*Ada Admin/])
  await page.getByLabel('Number or last digits').fill('12')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByText('at least its last four digits')).toBeVisible()

  await visit('/opt-outs')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV' }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  expect(file.trim().split('\n')).toHaveLength(4)
  expect(file).toMatch(/^'\+12125550125,[^,]+,import,\d+,Ada Admin,,$/m)

  const draft = await createDraft(organization, 'Early vote')
  await visit(`/campaigns/${draft.id}`)
  await importContacts(page, ['firstName,lastName,cell', 'Maya,Lin,(212) 555-0123', 'Zoe,Ng,(212) 555-0126'].join('\n'))
  await expect(page.getByRole('heading', { name: '2 contacts added' })).toBeVisible()
  await expect(figure(page, 'Opted out')).toHaveText('1')
  await expect(figure(page, 'Added')).toHaveText('1')
})

test('the opt-out of a stop word is lifted with a reason, and what was asked before it waits again', async ({ page, enterAs, somebody, visit, organization }) => {
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30, holder: ann, name: 'Maya Lin' }])
  const cell = maya?.cell ?? ''
  const anns = await somebody(ann, `/texts/${maya?.id}`)
  await contactWrites(cell, organization.number, 'STOP')
  await enterAs(organization.admin, `/opt-outs?q=${cell.slice(-7)}`)
  await expect(page.getByRole('list', { name: 'Opt-outs' }).getByRole('listitem')).toHaveText([/Stop word\s*The contact/])
  await page.getByRole('link', { name: cell }).click()
  await expect(page.getByText('their carrier blocks your texts until they text START')).toBeVisible()
  await expectAccessible(page, 'a number')
  await page.getByLabel('Reason').fill('She called and wants the reminders')
  await page.getByRole('button', { name: 'Lift opt-out' }).click()
  await expect(page.getByText('The opt-out is lifted.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'History' }).getByRole('listitem')).toHaveText([
    /Opt-out lifted\s*She called and wants the reminders\s*Ada Admin/,
    /Opted out\s*Stop word\s*The contact/,
  ])
  await visit('/texts', anns)
  await expect(anns.getByRole('heading', { name: '1 reply to answer' })).toBeVisible()
  await visit(`/texts/${maya?.id}`, anns)
  await expect(anns.getByText('This contact has opted out.')).toHaveCount(0)
  await contactWrites(cell, organization.number, 'Thank you')
  await visit('/texts', anns)
  await expect(anns.getByRole('heading', { name: '1 reply to answer' })).toBeVisible()
})
