// People: who is here, and what becomes of their requests.
import { expect, test } from '../../support/test.ts'

test('approval levels of a page are saved together', async ({ page, enterAs, visit, organization }) => {
  await enterAs(organization.admin, '/people')
  const people = page.getByRole('list', { name: 'People' })
  await expect(people.getByRole('listitem')).toHaveCount(4)
  await expect(people.getByRole('listitem').filter({ hasText: 'Olive Owner' })).toContainText('Owner')
  await page.getByLabel('Approval level of Ann Texter').selectOption('Not allowed')
  await page.getByLabel('Approval level of Ben Texter').selectOption('Approval required')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').getByText('2 approval levels saved.')).toBeVisible()
  await visit('/people')
  await expect(page.getByLabel('Approval level of Ann Texter')).toHaveValue('not_allowed')
  await expect(page.getByLabel('Approval level of Ada Admin')).toHaveValue('automatic')
})

test('somebody is found by a part of their name', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/people')
  await page.getByLabel('Name or e-mail').fill('ben')
  await page.getByRole('button', { name: 'Search' }).click()
  const people = page.getByRole('list', { name: 'People' })
  await expect(people.getByRole('listitem')).toHaveCount(1)
  await page.getByLabel('Approval level of Ben Texter').selectOption('Not allowed')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').getByText('1 approval level saved.')).toBeVisible()
  await expect(people.getByRole('listitem'), 'still those that were searched for').toHaveCount(1)
  await page.getByLabel('Name or e-mail').fill('nobody at all')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByText('No one found')).toBeVisible()
})

test('of two admins who save the same page the second is told', async ({ page, enterAs, somebody, organization }) => {
  await enterAs(organization.admin, '/people')
  const second = await somebody(organization.admin, '/people')
  const level = (of: typeof page) => of.getByLabel('Approval level of Ann Texter')
  await level(page).selectOption('Not allowed')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').getByText('1 approval level saved.')).toBeVisible()
  await level(second).selectOption('Approval required')
  await second.getByRole('button', { name: 'Save' }).click()
  await expect(second.getByRole('alert')).toContainText('Someone else saved these settings')
  await expect(level(second)).toHaveValue('not_allowed')
})
