// The contacts of the story that begins with nothing, and what is exported of them.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'

// Their zones are known by a column, by a ZIP code, and by area codes.
const towns = [
  { town: 'Boston', area: 617, zip: '', column: 'US/Eastern', zone: 'America/New_York' },
  { town: 'Chicago', area: 312, zip: '60601', column: '', zone: 'America/Chicago' },
  { town: 'Denver', area: 303, zip: '', column: '', zone: 'America/Denver' },
  { town: 'Los Angeles', area: 213, zip: '', column: '', zone: 'America/Los_Angeles' },
]

/** A thousand contacts in four time zones. */
export const CONTACTS = towns.flatMap(({ town, area, zip, column, zone }) =>
  Array.from({ length: 250 }, (_, at) => {
    const [cell, phone] = [`+1${area}200${1000 + at}`, `${area}-300-${1000 + at}`]
    return { first: `Voter${at}`, last: `of ${town}`, cell, phone, zip, column, zone, town }
  }),
)

/** Their file, which has two columns that may be the cell, one of them without the first one's. */
export const FILE = [
  'first name,last name,phone,Cell_Phone,zip,timeZone,town',
  ...CONTACTS.map(({ first, last, phone, cell, zip, column, town }, at) => [first, last, at === 0 ? 'none' : phone, cell, zip, column, town].join()),
].join('\n')

/** A row of an exported file, by the names of its columns. */
export type Row = Record<string, string>

/** An export of the campaign on this page, as it is written and as it reads. No field of these has a comma. */
export async function opened(page: Page, name: string | RegExp): Promise<{ text: string; rows: Row[] }> {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  const [names = [], ...rows] = text.replace('\ufeff', '').trim().split(/\r?\n/).map((line) => line.split(',').map(unquoted))
  return { text, rows: rows.map((fields) => Object.fromEntries(names.map((column, at) => [column, fields[at] ?? '']))) }
}

/** Without the quotation marks, and what keeps a spreadsheet from running it. */
const unquoted = (field: string) => field.replace(/^"(.*)"$/, '$1').replace(/^'/, '')
