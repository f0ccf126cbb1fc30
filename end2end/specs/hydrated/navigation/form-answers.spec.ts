// What becomes of a form whose answer does not come to its page.
import type { Page } from '@playwright/test'
import { follow } from '../../../support/documents.ts'
import { holdPost } from '../../../support/late.ts'
import { addReplies, createCampaign } from '../../../support/replies.ts'
import { expect, test } from '../../../support/test.ts'

/** What is said of a form that no page comes of. Whatever looks for elements would wait for the page. */
const said = (page: Page) => page.evaluate(() => document.querySelector('main > [role=alert]')?.textContent)

test('a form may have been done whose next page does not come, and is asked about before it is lost', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/status of 503/)
  await enterAs(organization.admin, '/teams')
  await page.route(/\/teams\/\d+\?/, (route) => route.fulfill({ status: 503, contentType: 'text/plain', body: 'not now' }), { times: 1 })
  await page.getByLabel('Title').fill('Night owls')
  await page.getByRole('button', { name: 'Create team' }).click({ noWaitAfter: true })
  await expect.poll(() => said(page)).toBe('It is not known whether this was done. Load the page again to see.')
  expect(await page.evaluate(() => document.querySelector<HTMLInputElement>('[name=title]')?.value)).toBe('Night owls')
  const asks = () => page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })))
  expect(await asks()).toBe(true)
  complaints.answer(true)
  await page.reload()
  await expect(page.getByRole('link', { name: 'Night owls' })).toBeVisible()
})

test('so it may whose next page is lost with the network', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/ERR_FAILED/)
  await enterAs(organization.admin, '/teams')
  await page.route(/\/teams\/\d+\?/, (route) => route.abort(), { times: 1 })
  await page.getByLabel('Title').fill('Night owls')
  await page.getByRole('button', { name: 'Create team' }).click({ noWaitAfter: true })
  await expect.poll(() => said(page)).toBe('It is not known whether this was done. Load the page again to see.')
})

test('an opt-out that is under way arrives, wherever its texter goes', async ({ page, enterAs, organization, complaints }) => {
  // The page after it is not waited for.
  complaints.expect(/ERR_ABORTED/)
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(ann, `/texts/${maya?.id}/opt-out`)
  const post = await holdPost(page, '/api/conversations/opt-out')
  await page.getByRole('button', { name: 'Yes, opt out' }).click({ noWaitAfter: true })
  await post.asked
  await follow(page, '/texts')
  await expect(page.getByRole('heading', { level: 1, name: 'My texts' })).toBeVisible()
  const arrived = page.waitForEvent('requestfinished', (request) => new URL(request.url()).pathname === '/api/conversations/opt-out')
  post.deliver()
  await arrived
  await page.goto(`/texts/${maya?.id}`)
  await expect(page.getByText('This contact has opted out.')).toBeVisible()
})

test.describe('where the address changes before the page', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => delete (window as Partial<Window & { NavigationPrecommitController: unknown }>).NavigationPrecommitController)
  })

  test('a link that is answered by a fault leaves the address of its page', async ({ page, enterAs, organization, complaints }) => {
    complaints.expect(/status of 503/)
    await enterAs(organization.admin, '/teams')
    await page.route('**/tags', (route) => route.fulfill({ status: 503, contentType: 'text/plain', body: 'not now' }), { times: 1 })
    await follow(page, '/tags')
    await expect(page.getByRole('alert').filter({ hasText: 'Baton could not do this. Try again.' })).toBeVisible()
    await expect(page).toHaveURL('/teams')
    await expect(page.getByRole('heading', { level: 1, name: 'Teams' })).toBeVisible()
  })
})
