// What a browser downloads: each file once and for good, compressed as well as can be, what its pages need and no more, and
// within the budget.
import type { BrowserContext, Page } from '@playwright/test'
import { addSupervolunteer } from '../../support/approval.ts'
import { budget } from '../../support/budget.ts'
import { awake } from '../../support/hydration.ts'
import { makeLink } from '../../support/invite.ts'
import { createOrganization } from '../../support/organization.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { fillInSignIn } from '../../support/sign-in.ts'
import { expect, test } from '../../support/test.ts'
import { transfer } from '../../support/transfer.ts'

/** The files that a page asks for from now on. */
function files(page: Page): Set<string> {
  const asked = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (/^\/(pkg|sentences)\//.test(pathname)) asked.add(pathname)
  })
  return asked
}

/** The bytes of an address, as they are sent to this browser. */
async function weigh(context: BrowserContext, path: string): Promise<number> {
  const cookies = await context.cookies()
  const { body } = await transfer(path, cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
  return body.length
}

async function weighAll(context: BrowserContext, paths: string[]): Promise<number> {
  const weights = await Promise.all(paths.map((path) => weigh(context, path)))
  return weights.reduce((sum, weight) => sum + weight, 0)
}

const program = (asked: Set<string>) => [...asked].filter((path) => path.endsWith('.wasm')).map((path) => path.split('.')[0])

test('every file is hashed, kept for good and compressed beforehand', async ({ page, enterAs, organization }) => {
  const asked = files(page)
  await enterAs(organization.ann, '/texts')
  const names = [...asked].map((path) => path.replace(/\.[0-9a-f]{16}\./, '.'))
  expect(names.sort()).toEqual(['/pkg/baton-texter.js', '/pkg/baton-texter.wasm', '/pkg/baton.css', '/pkg/baton.js', '/sentences/texter.en.txt'])
  for (const path of asked) {
    expect(path, 'its name is the hash of what is in it').toMatch(/\.[0-9a-f]{16}\.(css|js|wasm|txt)$/)
    const { status, headers } = await transfer(path)
    expect(status, path).toBe(200)
    expect(headers['cache-control'], path).toBe('public, max-age=31536000, immutable')
    expect(headers['content-encoding'], path).toBe('br')
    if (path.endsWith('.wasm')) expect(headers['content-type']).toBe('application/wasm')
  }
})

test('a texter’s pages are within the budget', async ({ page, context, enterAs, organization }) => {
  const waiting = Array.from({ length: 5 }, (_, place) => ({ minutes: 60 + place, holder: organization.ann }))
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), waiting)
  const asked = files(page)
  await enterAs(organization.ann, '/texts')
  for (const path of ['/texts', `/texts/${maya?.id}`]) {
    expect(await weighAll(context, [path, ...asked]), path).toBeLessThanOrEqual(budget.texterCompleteBytes)
  }
  expect(program(asked)).toEqual(['/pkg/baton-texter'])
})

test('so they are in several organizations, and in Spanish', async ({ page, context, enterAs, somebody, organization, complaints }) => {
  complaints.expectEndOfSession()
  const admin = await somebody((await createOrganization()).admin, '/people')
  const link = await makeLink(admin, { role: 'Texter', uses: '1' })
  await enterAs(organization.ann, link)
  await page.getByRole('button', { name: /^Join as/ }).click()
  await expect(page.getByRole('banner').getByLabel('Other organization')).toBeVisible()
  await page.goto('/account')
  await page.locator('#account-language').selectOption('es')
  await page.getByRole('form', { name: 'Your language' }).getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', /^es/)
  await awake(page)
  const asked = files(page)
  await page.goto('/texts')
  await awake(page)
  expect([...asked].filter((path) => path.includes('baton-admin'))).toEqual([])
  expect([...asked].filter((path) => path.includes('.es.'))).toHaveLength(1)
  expect(await weighAll(context, ['/texts', ...asked])).toBeLessThanOrEqual(budget.texterCompleteBytes)
})

const adminSheets = (asked: Set<string>) => [...asked].filter((path) => /^\/pkg\/baton-admin\..*css$/.test(path))

test('an admin’s pages are within the budget', async ({ page, context, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  const asked = files(page)
  await enterAs(organization.admin, '/campaigns')
  // Each of their pages loads the same files.
  for (const path of ['/campaigns', `/campaigns/${campaign.id}`, '/review', '/figures', '/settings']) {
    expect(await weighAll(context, [path, ...asked]), path).toBeLessThanOrEqual(budget.adminCompleteBytes)
  }
  expect(program(asked)).toEqual(['/pkg/baton-admin'])
  expect(adminSheets(asked)).toHaveLength(1)
})

test('so is a supervolunteer’s, with a texter’s program and the sheet of forms', async ({ page, context, enterAs, organization }) => {
  const asked = files(page)
  await enterAs(await addSupervolunteer(organization), '/requests')
  expect(await weighAll(context, ['/requests', ...asked])).toBeLessThanOrEqual(budget.supervolunteerCompleteBytes)
  expect(program(asked)).toEqual(['/pkg/baton-texter'])
  expect(adminSheets(asked)).toHaveLength(1)
})

test('whoever signs in has their own program, and whoever does not has none', async ({ page, visit, organization, complaints }) => {
  complaints.expectEndOfSession()
  const asked = files(page)
  await visit('/sign-in')
  await fillInSignIn(page, organization.admin.email)
  await expect(page).toHaveURL('/campaigns')
  await awake(page)
  expect(program(asked)).toEqual(['/pkg/baton-admin'])
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/sign-in')
  await fillInSignIn(page, organization.ann.email)
  await expect(page).toHaveURL('/texts')
  await awake(page)
  expect(program(asked)).toEqual(['/pkg/baton-admin', '/pkg/baton-texter'])
})

test('a page itself is never kept', async () => {
  const { headers } = await transfer('/sign-in')
  expect(headers['cache-control']).toBe('no-store')
})
