// Everything live comes over one connection, which stays while pages come and go.
import type { Page } from '@playwright/test'
import { follow } from '../../support/documents.ts'
import { listening } from '../../support/hydration.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { requestWaits } from '../../support/setup.ts'
import { expect, test } from '../../support/test.ts'

/** The addresses of live events that a page asks for from now on, without the ids of streams. */
function eventRequests(page: Page): string[] {
  const requests: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    const form = new URLSearchParams(request.postData() ?? url.search)
    if (url.pathname.startsWith('/events')) requests.push(`${request.method()} ${url.pathname} ${form.get('topics')}`)
  })
  return requests
}

const badge = (page: Page) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Assignment Requests/ })

test('an admin’s page has one, and others after it have the same', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  const requests = eventRequests(page)
  await enterAs(organization.admin, '/campaigns')
  await listening(page)
  const first = `GET /events campaigns.${campaign.id},figures.requests,releases`
  expect(requests).toEqual([first])

  await follow(page, '/assignment')
  await addReplies(campaign, [{ minutes: 65 }])
  await expect(page.getByRole('group', { name: 'General' })).toContainText('1 reply')
  await follow(page, '/campaigns')
  await listening(page)
  await addReplies(campaign, [{ minutes: 65 }])
  await expect(page.getByRole('row', { name: /Early vote/ }).getByRole('cell').nth(3)).toHaveText('2')
  expect(requests).toEqual([
    first,
    'POST /events/topics figures.assignment',
    `POST /events/topics campaigns.${campaign.id},figures.requests,releases`,
  ])
})

test('what the next page needs too is not asked for again', async ({ page, enterAs, organization }) => {
  const requests = eventRequests(page)
  await enterAs(organization.admin, '/people')
  await requestWaits(organization, organization.ann, 10)
  await expect(badge(page)).toHaveText(/Assignment Requests\s*1/)
  await follow(page, '/teams')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Teams')
  await requestWaits(organization, organization.ben, 10)
  await expect(badge(page)).toHaveText(/Assignment Requests\s*2/)
  expect(requests).toEqual(['GET /events figures.requests'])
})

test('a page that was made earlier shows what has happened since', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  await enterAs(ann, `/texts/${maya?.id}`)
  let deliver = () => {}
  const change = new Promise<void>((resolve) => (deliver = resolve))
  let made = () => {}
  const isMade = new Promise<void>((resolve) => (made = resolve))
  await page.route('**/texts', async (route) => {
    const response = await route.fetch({ maxRedirects: 0 })
    made()
    await change
    await route.fulfill({ response })
  })
  await follow(page, '/texts')
  await isMade
  await addReplies(campaign, [{ minutes: 65 }, { minutes: 60, holder: ann, name: 'Omar Said' }])
  deliver()
  await expect(page.getByRole('link', { name: /Omar Said/ })).toBeVisible()
  await expect(page.getByText('General: 1 reply')).toBeVisible()
})

test('topics that the server does not confirm are asked for by another connection', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/ERR_FAILED/)
  const campaign = await createCampaign(organization, 'Early vote')
  await page.clock.install()
  await enterAs(organization.admin, '/people')
  await requestWaits(organization, organization.ann, 10)
  await expect(badge(page)).toHaveText(/Assignment Requests\s*1/)
  await page.route('**/events/topics?*', (route) => route.abort())
  const lost = page.waitForRequest('**/events/topics?*')
  const another = page.waitForRequest(/\/events\?stream=\w+&viewer=\d+\.\w+&language=[\w-]+&topics=figures\.assignment$/)
  await follow(page, '/assignment')
  await lost
  await page.clock.fastForward(5_000)
  await another
  await addReplies(campaign, [{ minutes: 65 }])
  await expect(page.getByRole('group', { name: 'General' })).toContainText('1 reply')
})
