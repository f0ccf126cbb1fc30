// An empty installation becomes an organization with people in it, and a campaign of a thousand contacts that they text, in
// the browser alone.
import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { startBaton } from '../../support/baton.ts'
import { CONTACTS, FILE, opened, type Row } from '../../support/first-campaign.ts'
import { uploadContacts } from '../../support/contacts.ts'
import { makeLink } from '../../support/invite.ts'
import { mailTo, startTlsSettings } from '../../support/mail-server.ts'
import { expect, test as base } from '../../support/test.ts'

type Baton = Awaited<ReturnType<typeof startBaton>>

const test = base.extend<{ baton: Baton; baseURL: string }>({
  baton: async ({}, use) => {
    // Contacts take up to a day to answer, so that nobody does meanwhile.
    const baton = await startBaton({ ...startTlsSettings(), BATON_SIMULATED_SLOWEST: '86400' })
    await use(baton)
    await baton.stop()
  },
  baseURL: async ({ baton }, use) => use(baton.url),
})

// The server of each test begins within its time.
test.slow()

const PASSWORD = 'tall otter paints nine'

async function fillIn(page: Page, fields: Record<string, string>) {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value)
}

/** Sends the link on this page by e-mail. Gives what arrives. */
async function mailLink(page: Page): Promise<string> {
  const address = `ada@${randomUUID()}.example.org`
  await page.getByLabel('E-mail addresses').fill(address)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await said(page, 'The link is on its way to these addresses.')
  await expect.poll(() => mailTo(address)).toHaveLength(1)
  const [mail] = await mailTo(address)
  return /\S+\/join\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
}

/** Somebody joins by a link that an admin makes on this page. They stay where they are. */
async function joins(page: Page, browser: Browser, baseURL: string, role: string, name: string): Promise<Page> {
  const link = await makeLink(page, { role, uses: '1' })
  // One of them has it by e-mail.
  const byMail = role === 'Admin' ? await mailLink(page) : link
  expect(new URL(byMail, baseURL).pathname).toBe(link)
  const other = await (await browser.newContext({ baseURL })).newPage()
  await other.goto(byMail)
  await fillIn(other, { Name: name, 'E-mail': `${name.toLowerCase()}@example.org`, Password: PASSWORD })
  await other.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(other.getByRole('heading', { level: 1, name: role === 'Admin' ? 'Campaigns' : 'My texts' })).toBeVisible()
  return other
}

const figure = (page: Page, name: string) =>
  page.getByRole('main').locator('dl > div', { has: page.getByText(name, { exact: true }) }).locator('dd')

const said = (page: Page, sentence: string) => expect(page.getByRole('status').getByText(sentence)).toBeVisible()

test('the first visitor with the code begins an organization, invites its people, and has them text', async ({
  page, browser, baton, baseURL, javaScriptEnabled,
}) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Set up Baton' })).toBeVisible()
  const ours = { 'Name of the organization': 'Vote Local', 'Your name': 'Olive Owner', 'E-mail': 'olive@example.org' }
  await fillIn(page, { 'One-time code': 'AAAA-AAAA-AAAA-AAAA', ...ours, Password: PASSWORD })
  await page.getByRole('button', { name: 'Create organization' }).click()
  await expect(page.getByLabel('One-time code')).toHaveAccessibleDescription(/not the code that the server has printed/)
  await expect(page.getByLabel('Your name')).toHaveValue('Olive Owner')
  await fillIn(page, { 'One-time code': baton.code.toLowerCase(), Password: PASSWORD })
  await page.getByRole('button', { name: 'Create organization' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Campaigns' })).toBeVisible()
  const steps = page.getByRole('region', { name: 'What to do next' }).getByRole('listitem')
  await expect(steps).toContainText([/To do:.*number/, /To do:.*Invite people/, /To do:.*pools/, /To do:.*campaign/])

  const contexts: BrowserContext[] = []
  for (const [role, name] of [['Admin', 'Ada'], ['Supervolunteer', 'Sue'], ['Texter', 'Ann'], ['Texter', 'Ben']] as const) {
    contexts.push((await joins(page, browser, baseURL, role, name)).context())
  }
  await page.goto('/campaigns')
  await expect(steps).toContainText([/To do:.*number/, /Done:.*Invite people/, /To do:.*pools/, /To do:.*campaign/])
  await page.goto('/people')
  await expect(page.getByRole('list', { name: 'People' }).getByRole('listitem')).toHaveCount(5)

  // The code is gone with its use.
  const late = await (await browser.newContext({ baseURL })).newPage()
  await late.goto('/setup')
  await expect(late).toHaveURL(/\/sign-in/)
  contexts.push(late.context())

  const anns = contexts[2]?.pages()[0]
  // The largest list, once: its pages are as much the same without a script as those of a small one.
  if (anns && javaScriptEnabled !== false) {
    await prepare(page)
    await launch(page)
    await page.goto('/campaigns')
    await expect(page.getByRole('heading', { level: 1, name: 'Campaigns' })).toBeVisible()
    await expect(steps, 'nothing is left to do').toHaveCount(0)
    await page.goBack()
    await text(anns, page)
    await exportAll(page)
  }
  await Promise.all(contexts.map((context) => context.close()))
})

/** A number, a draft, and a thousand contacts: first by the wrong column, which is undone. */
async function prepare(page: Page) {
  await page.goto('/settings/numbers')
  await page.getByLabel('Phone number or Messaging Service').fill('(202) 555-0142')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await said(page, 'The number is added')
  await page.goto('/campaigns/new')
  await fillIn(page, { Title: 'Early vote', Description: 'Who has not voted yet.', 'Texting begins': '00:00', 'Texting ends': '24:00' })
  await page.getByRole('combobox', { name: 'Time zone' }).fill('America/New_York')
  await page.getByRole('button', { name: 'Create campaign' }).click()
  await said(page, 'The campaign is created, as a draft.')

  await uploadContacts(page, FILE)
  await expect(page.getByText('Both “phone” and “Cell_Phone” may be Cell.')).toBeVisible()
  await page.getByLabel('What “Cell_Phone” is').selectOption('Leave it out')
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('heading', { name: '999 contacts added' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Rows that were not added' })).toContainText(/2\s*none\s*It is not a phone number\./)
  await page.getByRole('link', { name: 'Undo the upload' }).click()
  await page.getByRole('button', { name: 'Undo the upload' }).click()
  await said(page, 'The upload is undone.')
  await expect(figure(page, 'Contacts')).toHaveText('0')

  await uploadContacts(page, FILE)
  await page.getByLabel('What “phone” is').selectOption('Leave it out')
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('heading', { name: '1,000 contacts added' })).toBeVisible()
  for (const [by, count] of [['From the file', '250'], ['By ZIP code', '250'], ['By area code', '500'], ['The campaign’s', '0']] as const) {
    await expect(figure(page, by)).toHaveText(count)
  }
  await page.getByLabel('Script of the initial message').fill('Hi {firstName}! Will you vote in {town}?')
  await page.getByRole('button', { name: 'Save script and due date' }).click()
  await said(page, 'Script and due date are saved.')
}

/** A team whose pool hands the initial messages out, and the launch. */
async function launch(page: Page) {
  const campaign = new URL(page.url()).pathname
  await page.goto('/teams')
  await page.getByLabel('Title').fill('Callers')
  await page.getByRole('button', { name: 'Create team' }).click()
  for (const [part, name] of [['Add a member', 'Add Ann'], ['Add a campaign', 'Add Early vote']] as const) {
    await page.getByText(part).click()
    await page.getByRole('button', { name }).click()
    await said(page, 'Added to the team.')
  }
  await page.goto('/assignment')
  const pool = page.getByRole('group', { name: 'Callers' })
  await pool.getByRole('switch', { name: 'Enabled' }).check()
  await pool.getByLabel('Type').selectOption('Initial messages')
  await page.getByRole('button', { name: 'Save' }).click()
  await said(page, 'Assignment Control is saved.')
  await page.goto(`${campaign}/autoassign`)
  await page.getByRole('switch', { name: /^Auto-assign/ }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').getByText(/[Ss]aved\.$/)).toBeVisible()
  await page.goto(campaign)
  await page.getByRole('region', { name: 'Launch' }).getByRole('button', { name: 'Launch' }).click()
  await said(page, 'The campaign is launched.')
}

/** A texter asks for two of them, is given them, and sends them. */
async function text(anns: Page, page: Page) {
  await anns.goto('/texts')
  await anns.getByLabel('How many?').fill('2')
  await anns.getByRole('button', { name: 'Request more texts' }).click()
  await expect(anns.getByRole('heading', { name: 'You asked for more texts' })).toBeVisible()
  const campaign = page.url()
  await page.goto('/requests')
  await page.getByRole('listitem').filter({ hasText: 'Ann' }).getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(page.getByRole('status').getByText(/assigned to Ann\.$/)).toBeVisible()
  await page.goto(campaign)
  await expect(anns.getByText('Who has not voted yet.')).toBeVisible()
  await anns.getByRole('link', { name: 'Send initial messages (2)' }).click()
  for (const left of [1, 0]) {
    await expect(anns.getByLabel('Your initial message')).toHaveValue(/^Hi Voter\d+! Will you vote in .+\?$/)
    const name = await anns.getByRole('heading', { level: 1 }).innerText()
    await anns.getByRole('button', { name: 'Send' }).click()
    await expect(anns.getByRole('heading', { level: 1 })).toHaveText(left > 0 ? /^Voter/ : 'My texts')
    await expect(anns.getByRole('heading', { level: 1 })).not.toHaveText(name)
  }
}

/** What is exported is what was uploaded and sent; and a copy takes the export for its contacts. */
async function exportAll(page: Page) {
  const contacts = await opened(page, /^Export contacts/)
  const seen = contacts.rows.map((row) => [row.cell, row['first name'], row['last name'], row['time zone'], row.town].join())
  expect(seen.sort()).toEqual(CONTACTS.map(({ cell, first, last, zone, town }) => [cell, first, last, zone, town].join()).sort())
  const texted = contacts.rows.filter((row) => row['texts sent'] === '1')
  expect(texted).toHaveLength(2)
  const messages = await opened(page, 'Export messages')
  const text = (row: Row) => `${row.cell}: Hi ${row['first name']}! Will you vote in ${row.town}?`
  expect(messages.rows.map((row) => `${row.cell}: ${row.text}`).sort()).toEqual(texted.map(text).sort())

  await page.getByRole('region', { name: 'Copy', exact: true }).getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Copy of Early vote')
  await uploadContacts(page, contacts.text)
  // What stood in the file's own column is exported, too.
  await expect(page.getByText('Both “time zone” and “timeZone” may be Time zone.')).toBeVisible()
  await page.getByLabel('What “timeZone” is').selectOption('Leave it out')
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('heading', { name: '1,000 contacts added' })).toBeVisible()
  await expect(figure(page, 'From the file')).toHaveText('1,000')
}
