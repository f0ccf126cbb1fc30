// An empty installation becomes an organization with people in it, in the browser alone.
import type { Page } from '@playwright/test'
import { startBaton } from '../../support/baton.ts'
import { makeLink } from '../../support/invite.ts'
import { expect, test as base } from '../../support/test.ts'

type Baton = Awaited<ReturnType<typeof startBaton>>

const test = base.extend<{ baton: Baton; baseURL: string }>({
  baton: async ({}, use) => {
    const baton = await startBaton({})
    await use(baton)
    await baton.stop()
  },
  baseURL: async ({ baton }, use) => use(baton.url),
})

const PASSWORD = 'tall otter paints nine'

async function fillIn(page: Page, fields: Record<string, string>) {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value)
}

test('the first visitor with the code begins an organization, and invites its people', async ({ page, browser, baton, baseURL }) => {
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
  await expect(steps).toContainText([/To do:.*number/, /To do:.*Invite people/, /Done:.*pools/, /To do:.*campaign/])

  for (const [role, name] of [['Admin', 'Ada'], ['Supervolunteer', 'Sue'], ['Texter', 'Ann'], ['Texter', 'Ben']] as const) {
    const link = await makeLink(page, { role, uses: '1' })
    const context = await browser.newContext({ baseURL })
    const other = await context.newPage()
    await other.goto(link)
    await fillIn(other, { Name: name, 'E-mail': `${name.toLowerCase()}@example.org`, Password: PASSWORD })
    await other.getByRole('button', { name: 'Join', exact: true }).click()
    await expect(other.getByRole('heading', { level: 1, name: role === 'Admin' ? 'Campaigns' : 'My texts' })).toBeVisible()
    await context.close()
  }
  await page.goto('/campaigns')
  await expect(steps).toContainText([/To do:.*number/, /Done:.*Invite people/, /Done:.*pools/, /To do:.*campaign/])
  await page.goto('/people')
  await expect(page.getByRole('list', { name: 'People' }).getByRole('listitem')).toHaveCount(5)

  // The code is gone with its use.
  const context = await browser.newContext({ baseURL })
  const late = await context.newPage()
  await late.goto('/setup')
  await expect(late).toHaveURL(/\/sign-in/)
  await context.close()
})
