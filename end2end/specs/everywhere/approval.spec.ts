// A supervolunteer at another browser decides on a texter's request.
import type { Page } from '@playwright/test'
import { addSupervolunteer, setApproval } from '../../support/approval.ts'
import { addReplies, createCampaign, holders, type Reply } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

const request = (page: Page) => page.getByRole('listitem').filter({ hasText: 'Ann Texter' })

/** Without WASM a page is what it was until it is loaded anew. */
async function hears(page: Page, javaScriptEnabled: boolean | undefined) {
  if (javaScriptEnabled === false) await page.goto('/texts')
}

async function ask(page: Page, wanted: number) {
  await page.getByLabel('How many?').fill(String(wanted))
  await page.getByRole('button', { name: 'Request more texts' }).click()
}

test('approved, the request is filled and its texter told', async ({ page, enterAs, somebody, organization, javaScriptEnabled }) => {
  const { ann } = organization
  const replies: Reply[] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }, { minutes: 40 }, { minutes: 50 }])
  await setApproval(ann, 'approval_required')
  await enterAs(ann, '/texts')
  await ask(page, 2)
  await expect(page.getByRole('heading', { name: 'You asked for more texts' })).toBeVisible()

  const veras = await somebody(await addSupervolunteer(organization), '/requests')
  await expect(request(veras)).toContainText('2 replies from General')
  await expect(request(veras)).toContainText('Has 0 replies now, got 0 texts in the last 24 hours')
  await request(veras).getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(veras.getByRole('status').getByText('2 replies assigned to Ann Texter.')).toBeVisible()
  await expect(veras.getByText('No pending requests')).toBeVisible()
  expect(await holders(replies)).toEqual([null, ann.member, ann.member])

  await hears(page, javaScriptEnabled)
  await expect(page.getByRole('status').getByText('2 replies assigned')).toBeVisible()
  await expect(page.getByRole('heading', { name: '2 replies to answer' })).toBeVisible()
  await expect(page.getByText('Someone has to approve it first.')).toBeVisible()
})

test('denied, its texter reads the reason', async ({ page, enterAs, somebody, organization, javaScriptEnabled }) => {
  const { ann } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }])
  await setApproval(ann, 'approval_required')
  await enterAs(ann, '/texts')
  await ask(page, 1)
  await expect(page.getByRole('heading', { name: 'You asked for more texts' })).toBeVisible()

  const veras = await somebody(await addSupervolunteer(organization), '/requests')
  await request(veras).getByText('Deny…').click()
  await request(veras).getByLabel('Reason, shown to Ann Texter').fill('Come to the training first.')
  await request(veras).getByRole('button', { name: 'Deny' }).click()
  await expect(veras.getByRole('status').getByText('Ann Texter’s request is denied.')).toBeVisible()

  await hears(page, javaScriptEnabled)
  await expect(page.getByText('Vera Osei denied your request: Come to the training first.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Request more texts' })).toBeVisible()
  expect(await holders(replies)).toEqual([null])
})

test('approved while nothing is there, it stays and says so', async ({ page, enterAs, somebody, organization }) => {
  const { ann, ben } = organization
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }])
  await setApproval(ann, 'approval_required')
  await enterAs(ann, '/texts')
  await ask(page, 1)
  await expect(page.getByRole('heading', { name: 'You asked for more texts' })).toBeVisible()
  await ask(await somebody(ben, '/texts'), 1)
  const veras = await somebody(await addSupervolunteer(organization), '/requests')
  await request(veras).getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(veras.getByText('Nothing is available in General right now: the request stays pending.')).toBeVisible()
  await expect(request(veras)).toBeVisible()
})

test('always approved, the next request needs nobody', async ({ page, enterAs, somebody, organization, javaScriptEnabled }) => {
  const { ann } = organization
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }, { minutes: 40 }])
  await setApproval(ann, 'approval_required')
  await enterAs(ann, '/texts')
  await ask(page, 1)
  await expect(page.getByRole('heading', { name: 'You asked for more texts' })).toBeVisible()
  const veras = await somebody(await addSupervolunteer(organization), '/requests')
  await request(veras).getByRole('button', { name: 'Always approve' }).click()
  await expect(veras.getByRole('status').getByText('1 reply assigned to Ann Texter.')).toBeVisible()
  await hears(page, javaScriptEnabled)
  await expect(page.getByRole('heading', { name: '1 reply to answer' })).toBeVisible()
  await ask(page, 1)
  await expect(page.getByRole('heading', { name: '2 replies to answer' })).toBeVisible()
})

test('a decision on what is decided already says so', async ({ page, enterAs, somebody, organization, complaints }) => {
  complaints.expect(/status of 4\d\d .*approve/, /ERR_FAILED/)
  const { ann } = organization
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }])
  await setApproval(ann, 'approval_required')
  await enterAs(ann, '/texts')
  await ask(page, 1)
  await expect(page.getByRole('heading', { name: 'You asked for more texts' })).toBeVisible()
  const veras = await somebody(await addSupervolunteer(organization), '/')
  // Vera's page does not hear that Ann has thought better of it.
  await veras.route('**/events*', (route) => route.abort())
  await veras.goto('/requests')
  await expect(request(veras)).toBeVisible()
  await page.getByRole('button', { name: 'Cancel request' }).click()
  await expect(page.getByText('Your request is canceled.')).toBeVisible()
  await request(veras).getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(veras.getByRole('alert').getByText('This request has already been approved, denied or canceled.')).toBeVisible()
})

test('on their own request a supervolunteer does not decide', async ({ page, enterAs, visit, somebody, organization }) => {
  const vera = await addSupervolunteer(organization)
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }])
  await setApproval(vera, 'approval_required')
  await enterAs(vera, '/texts')
  await ask(page, 1)
  await expect(page.getByRole('heading', { name: 'You asked for more texts' })).toBeVisible()
  await visit('/requests')
  await expect(page.getByText('This is your own request: it waits for an admin.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(0)
  const admins = await somebody(organization.admin, '/requests')
  await admins.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(admins.getByRole('status').getByText('1 reply assigned to')).toBeVisible()
})
