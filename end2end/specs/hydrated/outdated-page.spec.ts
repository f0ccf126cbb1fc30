// Pages that are outdated: their reader has another role, or has changed to another organization in another window. They do
// nothing there, are fetched again, as often as it takes, and lose nothing that was typed.
import type { BrowserContext, Page, Request } from '@playwright/test'
import { withoutAhead } from '../../support/ahead.ts'
import { listening } from '../../support/hydration.ts'
import { makeLink } from '../../support/invite.ts'
import { createOrganization, type Organization } from '../../support/organization.ts'
import { addReplies, createCampaign, holders } from '../../support/replies.ts'
import { setRole } from '../../support/role.ts'
import { signIn } from '../../support/sign-in.ts'
import { expect, test } from '../../support/test.ts'
import { quiet, requestsOf } from '../../support/under-way.ts'

/**
 * The page hears nothing from now on, as one whose connection is lost, and has asked for nothing: what the server still
 * answers while its reader's session changes is refused, and logged.
 */
async function hearNothing(page: Page, requests: Set<Request>) {
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await quiet(requests)
}

/** Changes to another organization, as the form of another window does. */
async function changeTo(context: BrowserContext, { id }: Organization) {
  const form = { organization: String(id) }
  const changed = await context.request.post('/api/session/choose-organization', { form, maxRedirects: 0 })
  expect(changed.status()).toBeLessThan(400)
}

test('a page of the other organization does nothing, and keeps what was typed for when its reader is back', async ({
  page, context, enterAs, somebody, visit, organization, complaints,
}) => {
  complaints.expect(/status of 40[49]/)
  complaints.expectEndOfSession()
  const requests = requestsOf(page)
  const { ann } = organization
  const turnOut = await createOrganization()
  const admin = await somebody(turnOut.admin, '/people')
  const link = await makeLink(admin, { role: 'Texter', uses: '1' })
  const here = await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 90, holder: ann, name: 'Maya Lin' },
    { minutes: 60 },
  ])
  const there = await addReplies(await createCampaign(turnOut, 'Town hall'), [{ minutes: 60 }])
  await enterAs(ann, link)
  await page.getByRole('button', { name: /^Join as Ann Texter/ }).click()
  await expect(page.getByRole('banner').getByLabel('Other organization')).toBeVisible()
  await listening(page)
  await quiet(requests)
  await changeTo(context, organization)

  await visit('/texts')
  await hearNothing(page, requests)
  await changeTo(context, turnOut)
  await page.getByRole('button', { name: 'Request more texts' }).click()
  // It is the page of the other one by now, which has no Maya Lin.
  await expect(page.getByRole('link', { name: /Maya Lin/ })).toHaveCount(0)
  await expect(page.getByText('General: 1 reply')).toBeVisible()
  expect(await holders([...here, ...there])).toEqual([ann.member, null, null])

  await quiet(requests)
  await changeTo(context, organization)
  await withoutAhead(page)
  await visit(`/texts/${here[0]?.id}`)
  await hearNothing(page, requests)
  await changeTo(context, turnOut)
  await page.getByLabel('Your reply').fill('At 12 Main Street')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
  await quiet(requests)
  await changeTo(context, organization)
  await page.goto(`/texts/${here[0]?.id}`)
  await expect(page.getByLabel('Your reply')).toHaveValue('At 12 Main Street')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Your reply was sent.')).toBeVisible()
})

test('a form of one member’s page does nothing for another who has signed in', async ({ page, context, enterAs, organization, complaints }) => {
  complaints.expect(/status of 409/)
  const { admin, ben } = organization
  const requests = requestsOf(page)
  await enterAs(admin, '/account')
  await hearNothing(page, requests)
  await signIn(context, ben)
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada Lovelace')
  await page.getByRole('button', { name: 'Save' }).first().click({ noWaitAfter: true })
  // Whatever looks for elements would wait for a page.
  const said = () => page.evaluate(() => document.querySelector('main > [role=alert]')?.textContent)
  await expect.poll(said).toContain('This page was opened in another organization, or by someone else')
  complaints.answer(true)
  await page.goto('/account')
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(ben.name)
})

test('a page that cannot be fetched says that it is not live, and is tried until it can', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/status of 50[03]/)
  const { ann } = organization
  await enterAs(ann, '/texts')
  await listening(page)
  let attempts = 0
  await page.route('**/texts', (route) => {
    attempts += 1
    return route.fulfill({ status: 503, contentType: 'text/html', body: '<h1>Bad gateway</h1>' })
  })
  await setRole(organization, ann, 'supervolunteer')
  await expect.poll(() => attempts).toBeGreaterThan(1)
  await expect(page.getByText('Connection lost, reconnecting.')).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: 'Baton could not do this.' })).toHaveCount(1)
  await page.unroute('**/texts')
  await expect(page.getByRole('link', { name: /Assignment Requests/ })).toBeVisible()
  await listening(page)
})

test('what was typed is there for another role, or to be copied where the page is not for it', async ({ page, enterAs, somebody, organization, complaints }) => {
  complaints.expect(/status of 403/)
  const { admin, ben } = organization
  await enterAs(admin, '/account')
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada Lovelace')
  await setRole(organization, admin, 'supervolunteer')
  await expect(page.getByRole('link', { name: 'Teams' })).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ada Lovelace')
  expect(complaints.questions).toEqual([])

  await setRole(organization, ben, 'admin')
  const bens = await somebody(ben, '/teams')
  await bens.getByLabel('Title').fill('Night owls')
  await setRole(organization, ben, 'texter')
  await expect(bens.getByRole('heading', { level: 1, name: 'You do not have access to this page' })).toBeVisible()
  await expect(bens.getByRole('main')).toContainText('You wrote: “Night owls”')
})
