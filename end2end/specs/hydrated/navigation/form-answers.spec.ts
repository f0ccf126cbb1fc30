// What becomes of a form whose answer does not come to its page.
import { follow } from '../../../support/documents.ts'
import { holdPost } from '../../../support/late.ts'
import { addReplies, createCampaign } from '../../../support/replies.ts'
import { expect, test } from '../../../support/test.ts'

test('a form may have been done whose next page does not come, and is asked about before it is lost', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/status of 503/)
  await enterAs(organization.admin, '/teams')
  await page.route(/\/teams\/\d+\?/, (route) => route.fulfill({ status: 503, contentType: 'text/plain', body: 'not now' }), { times: 1 })
  await page.getByLabel('Title').fill('Night owls')
  await page.getByRole('button', { name: 'Create team' }).click({ noWaitAfter: true })
  // Whatever looks for elements would wait for the page.
  const said = () => page.evaluate(() => document.querySelector('main > [role=alert]')?.textContent)
  await expect.poll(said).toBe('It is not known whether this was done. Load the page again to see.')
  expect(await page.evaluate(() => document.querySelector<HTMLInputElement>('[name=title]')?.value)).toBe('Night owls')
  const asks = () => page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })))
  expect(await asks()).toBe(true)
  complaints.answer(true)
  await page.reload()
  await expect(page.getByRole('link', { name: 'Night owls' })).toBeVisible()
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
