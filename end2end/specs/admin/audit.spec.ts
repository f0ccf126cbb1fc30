// Owners read who administered what, filter it, and take it with them as a file.
import { readFile } from 'node:fs/promises'
import { createTeam } from '../../support/setup.ts'
import { expect, test } from '../../support/test.ts'

test('an owner reads what was done, filters it, and exports what is found', async ({ page, enterAs, somebody, visit, organization, javaScriptEnabled }) => {
  const admin = await somebody(organization.admin, '/people')
  await createTeam(admin, 'Legal')
  await expect(admin.getByRole('link', { name: 'Audit log' })).toHaveCount(0)

  const olive = { name: 'Olive Owner', email: organization.admin.email.replace('ada@', 'olive@'), member: 0, organization: organization.id }
  await enterAs(olive, '/people')
  await page.getByRole('link', { name: 'Audit log' }).click()
  const log = page.getByRole('list', { name: 'Audit log' }).getByRole('listitem')
  const made = log.filter({ hasText: 'Ada Admin · Created a team: Legal' })
  await expect(made).toHaveCount(1)

  await page.getByLabel('What', { exact: true }).selectOption('Deleted a team')
  await page.getByRole('button', { name: 'Filter' }).click()
  await expect(page.getByText('Nothing found')).toBeVisible()
  await page.getByLabel('What', { exact: true }).selectOption('Created a team')
  await page.getByLabel('Who', { exact: true }).selectOption('Ada Admin')
  await page.getByRole('button', { name: 'Filter' }).click()
  await expect(log).toHaveCount(1)
  // A day that is typed in part is none, and would find everything.
  const from = page.getByLabel('From (UTC)')
  await from.fill('2026-11-03')
  await from.press('Backspace')
  await page.getByRole('button', { name: 'Filter' }).click()
  await expect(from).toBeFocused()
  if (javaScriptEnabled !== false) await expect(from).toHaveAccessibleDescription('Enter the whole date, or clear it.')
  expect(new URL(page.url()).searchParams.get('action')).toBe('team_created')
  await from.fill('')

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV' }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  expect(file).toMatch(/,Ada Admin,team_created,team,\d+,Legal,/)
  await visit('/audit')
  await expect(log.first()).toContainText('Exported the audit log')
  await made.getByRole('link', { name: 'Legal' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Legal' })).toBeVisible()
})

test('an owner reads what a texter did and what was done to them, from the texter’s page', async ({ page, enterAs, somebody, organization }) => {
  const admin = await somebody(organization.admin, '/people')
  await expect(admin.getByRole('link', { name: 'Audit log' })).toHaveCount(0)
  await admin.getByLabel('Approval level of Ann Texter').selectOption('Not allowed')
  await admin.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByRole('status').getByText('1 approval level saved.')).toBeVisible()

  const olive = { name: 'Olive Owner', email: organization.admin.email.replace('ada@', 'olive@'), member: 0, organization: organization.id }
  await enterAs(olive, '/people')
  await page.getByRole('link', { name: 'Ann Texter' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ann Texter' })).toBeVisible()
  await page.getByRole('link', { name: 'Audit log' }).click()
  await expect(page.getByLabel('Who', { exact: true })).toHaveValue(/^\d+$/)
  await expect(page.getByLabel('Shows')).toHaveValue('either')
  const changed = page.getByRole('list', { name: 'Audit log' }).getByRole('listitem')
    .filter({ hasText: 'Ada Admin · Changed an approval level: Ann Texter · Automatic → Not allowed' })
  await expect(changed).toHaveCount(1)
  await page.getByLabel('Shows').selectOption('What was done to them')
  await page.getByRole('button', { name: 'Filter' }).click()
  await expect(page).toHaveURL(/part=subject/)
  await expect(changed).toHaveCount(1)
  await page.getByLabel('Shows').selectOption('What they did')
  await page.getByRole('button', { name: 'Filter' }).click()
  await expect(page).toHaveURL(/part=actor/)
  await expect(changed).toHaveCount(0)
})
