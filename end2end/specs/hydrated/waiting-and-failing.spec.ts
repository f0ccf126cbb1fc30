// While the server thinks, and when it does not answer: the page says so.
import type { Page } from '@playwright/test'
import { at } from '../../support/address.ts'
import { withoutAhead } from '../../support/ahead.ts'
import { follow } from '../../support/documents.ts'
import { choose } from '../../support/release-form.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

const preview = '**/api/releases/preview'
const start = '**/api/releases/start'
const earlierFailed = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'What you asked for before may not have been done. Baton could not do this just now.' })
const open = (page: Page) => page.getByRole('link', { name: 'Release Unhandled Replies' }).click()

test.beforeEach(async ({ organization }) => {
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: organization.ann }])
})

test('the preview says that it is counting', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/campaigns')
  let answer = () => {}
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route(preview, async (route) => {
    await held
    await route.continue()
  })
  await open(page)
  const region = page.getByRole('dialog').getByRole('region', { name: 'Preview' })
  await expect(region).toHaveAttribute('aria-busy', 'true')
  await expect(region.getByText('Counting…')).toBeVisible()
  answer()
  await expect(region.getByText('1 reply on 1 campaign would go back')).toBeVisible()
  await expect(region).toHaveAttribute('aria-busy', 'false')
  await expect(region.getByText('Counting…')).toBeHidden()
})

test('nothing is released of which nobody has seen how much it would be', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/ERR_FAILED/)
  await enterAs(organization.admin, '/campaigns')
  await open(page)
  const dialog = page.getByRole('dialog')
  const release = dialog.getByRole('button', { name: 'Release', exact: true })
  await expect(dialog.getByText('1 reply on 1 campaign would go back')).toBeVisible()
  await expect(release).toBeEnabled()
  await page.route(preview, (route) => route.abort())
  await dialog.getByRole('radio', { name: '30 min' }).check()
  await expect(release).toBeDisabled()
  await expect(dialog.getByText('There is no connection to Baton.')).toBeVisible()
  // Of the hour, not of these thirty minutes.
  await expect(dialog.getByText('1 reply on 1 campaign would go back')).toBeHidden()
  await expect(release).toBeDisabled()
  await page.unroute(preview)
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog.getByText('1 reply on 1 campaign would go back')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Try again' })).toBeHidden()
  await expect(release).toBeEnabled()
})

test('what became of one release is not told in the dialog of another', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/status of 503/)
  await addReplies(await createCampaign(organization, 'By mail'), [{ minutes: 90, holder: organization.ben }])
  await enterAs(organization.admin, '/campaigns')
  let answer = () => {}
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route(
    start,
    async (route) => {
      await held
      await route.fulfill({ status: 503, body: 'the server is starting' })
    },
    { times: 1 },
  )
  const first = await choose(page, 'Early vote', 'Release Unreplied Conversations', true)
  await first.getByRole('button', { name: 'Execute Operation' }).click()
  await expect(first.getByText('It continues if you close this window.')).toBeVisible()
  await page.keyboard.press('Escape')
  const second = await choose(page, 'By mail', 'Release Unreplied Conversations', true)
  const execute = second.getByRole('button', { name: 'Execute Operation' })
  await expect(execute).toBeEnabled()
  const answered = page.waitForResponse(start)
  answer()
  await (await answered).finished()
  await execute.click()
  await expect(second.getByRole('status').getByText('Released 1 reply on 1 campaign')).toBeVisible()
  await expect(second.getByText('Baton could not do this just now.')).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(earlierFailed(page)).toBeVisible()
})

test('a release that fails once its page is left says so on the next one', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/status of 503/)
  await enterAs(organization.admin, '/campaigns')
  let answer = () => {}
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route(start, async (route) => {
    await held
    await route.fulfill({ status: 503, body: 'the server is starting' })
  })
  const asked = page.waitForRequest(start)
  await open(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Release', exact: true }).click()
  await asked
  await follow(page, '/teams')
  await expect(page.getByRole('heading', { level: 1, name: 'Teams' })).toBeVisible()
  answer()
  await expect(earlierFailed(page)).toBeVisible()
})

test('the preview says that there is no connection', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/ERR_FAILED/)
  await enterAs(organization.admin, '/campaigns')
  await page.route(preview, (route) => route.abort())
  await open(page)
  await expect(page.getByRole('dialog').getByText('There is no connection to Baton.')).toBeVisible()
  await page.unroute(preview)
  await page.getByRole('dialog').getByRole('radio', { name: '30 min' }).check()
  await expect(page.getByRole('dialog').getByText('1 reply on 1 campaign would go back')).toBeVisible()
  await expect(page.getByRole('dialog').getByText('There is no connection to Baton.')).toBeHidden()
})

test('a release that failed says so, and can be tried again', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/status of 503/)
  await enterAs(organization.admin, '/campaigns')
  await page.route(start, (route) => route.fulfill({ status: 503, body: 'the server is starting' }), { times: 1 })
  await open(page)
  const release = page.getByRole('dialog').getByRole('button', { name: 'Release', exact: true })
  await release.click()
  await expect(page.getByRole('dialog').getByRole('alert').getByText('Baton could not do this just now.')).toBeVisible()
  await release.click()
  await expect(page.getByRole('dialog').getByRole('status').getByText('Released 1 reply on 1 campaign')).toBeVisible()
})

test('the figures say when they are not live any more, and when they are again', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/ERR_FAILED/)
  await page.route('**/events*', (route) => route.abort())
  await enterAs(organization.admin, '/campaigns')
  await expect(page.getByText('Connection lost, reconnecting. These figures may be old.')).toBeVisible()
  await page.unroute('**/events*')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
})

test('a request that failed says so, and the number stays', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/ERR_FAILED/)
  await addReplies(await createCampaign(organization, 'By mail'), [{ minutes: 60 }, { minutes: 50 }])
  await enterAs(organization.ann, '/texts')
  await page.route('**/api/requests/create', (route) => route.abort(), { times: 1 })
  await page.getByLabel('How many?').fill('2')
  await page.getByRole('button', { name: 'Request more texts' }).click()
  await expect(page.getByRole('alert').getByText('There is no connection to Baton.')).toBeVisible()
  await page.getByRole('button', { name: 'Request more texts' }).click()
  await expect(page.getByRole('status').getByText('2 replies assigned')).toBeVisible()
})

test('a reply that was not sent for want of a connection stays in the box', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/ERR_FAILED/)
  const [maya, omar] = await addReplies(await createCampaign(organization, 'By mail'), [
    { minutes: 600, holder: organization.ann },
    { minutes: 500, holder: organization.ann },
  ])
  await withoutAhead(page)
  await enterAs(organization.ann, `/texts/${maya?.id}`)
  await page.route('**/api/conversations/send', (route) => route.abort(), { times: 1 })
  await page.getByLabel('Your reply').fill('Yes.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('alert').getByText('There is no connection to Baton.')).toBeVisible()
  await expect(page.getByLabel('Your reply')).toHaveValue('Yes.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page).toHaveURL(at(`/texts/${omar?.id}?sent=1`))
})
