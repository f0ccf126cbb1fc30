// Requests and decisions reach the other side by themselves.
import type { Locator } from '@playwright/test'
import { addSupervolunteer, setApproval } from '../../support/approval.ts'
import { pauseClock } from '../../support/clock.ts'
import { holdAnswer, holdPost } from '../../support/late.ts'
import { releaseEverything } from '../../support/release.ts'
import { addReplies, createCampaign, holders } from '../../support/replies.ts'
import { requestWaits } from '../../support/setup.ts'
import { expect, test } from '../../support/test.ts'
import { turn } from '../../support/turn.ts'

test('a new request appears beside one that somebody is about to deny', async ({ page, enterAs, somebody, organization }) => {
  const { ann, ben } = organization
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }, { minutes: 40 }])
  await setApproval(ann, 'approval_required')
  await setApproval(ben, 'approval_required')
  await enterAs(await addSupervolunteer(organization), '/requests')
  await expect(page.getByText('No pending requests')).toBeVisible()
  const anns = await somebody(ann, '/texts')
  await anns.getByRole('button', { name: 'Request more texts' }).click()
  await page.getByText('Deny…').click()
  await page.getByLabel('Reason, shown to Ann Texter').fill('Not today')

  const bens = await somebody(ben, '/texts')
  await bens.getByRole('button', { name: 'Request more texts' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Ben Texter' })).toBeVisible()
  await expect(page.getByLabel('Reason, shown to Ann Texter')).toHaveValue('Not today')
  await expect(page.getByLabel('Reason, shown to Ann Texter')).toBeFocused()
  await anns.getByRole('button', { name: 'Cancel request' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Ann Texter' })).toHaveCount(0)
  await expect(page.getByRole('listitem').filter({ hasText: 'Ben Texter' })).toBeVisible()
})

test('a list that changes while one of its buttons is pressed waits until that is let go', async ({ page, enterAs, organization }) => {
  const { ann, ben } = organization
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }, { minutes: 40 }])
  await requestWaits(organization, ann, 1)
  // Later it would be a change of its own.
  await setApproval(ben, 'approval_required')
  const admin = await addSupervolunteer(organization)
  // What the page reads when it begins to listen.
  const isRead = page.waitForResponse((response) => response.url().endsWith('/requests') && response.request().resourceType() === 'fetch')
  await enterAs(admin, '/requests')
  await isRead
  let approvals = 0
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/requests/approve') approvals += 1
  })
  const late = await holdAnswer(page, '/requests')
  await requestWaits(organization, ben, 1)
  await late.read
  const cards = page.getByRole('main').getByRole('listitem')
  await cards.getByRole('button', { name: 'Approve', exact: true }).hover()
  await page.mouse.down()
  await late.deliver()
  await expect(cards).toHaveCount(1)
  await page.mouse.up()
  await expect(page.getByRole('status').getByText(/Ann Texter/)).toBeVisible()
  await expect(cards).toHaveText([/Ben Texter/])
  expect(approvals).toBe(1)
})

test('a released reply appears in another texter’s form without a reload', async ({ page, browser, enterAs, organization }) => {
  const { ann, ben } = organization
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 200, holder: ben }])
  await enterAs(ann, '/texts')
  await expect(page.getByRole('heading', { name: 'No texts available right now' })).toBeVisible()
  await releaseEverything(browser, organization)
  await expect(page.getByRole('heading', { name: 'People are waiting' })).toBeVisible()
  await expect(page.getByText('General: 1 reply')).toBeVisible()
  await page.getByRole('button', { name: 'Request more texts' }).click()
  await expect(page.getByRole('status').getByText('1 reply assigned')).toBeVisible()
})

test('the second of two presses approves nobody else’s request', async ({ page, enterAs, organization }) => {
  const { ann, ben } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }, { minutes: 40 }])
  for (const texter of [ann, ben]) await requestWaits(organization, texter, 1)
  const admin = await addSupervolunteer(organization)
  await page.clock.install()
  await enterAs(admin, '/requests')
  const cards = page.getByRole('main').getByRole('listitem')
  const approve = (card: Locator) => card.getByRole('button', { name: 'Approve', exact: true })
  await expect(cards).toHaveCount(2)
  // No moment passes.
  await pauseClock(page)
  const middle = async (button: Locator) => {
    const { x, y, width, height } = await button.boundingBox() ?? { x: 0, y: 0, width: 0, height: 0 }
    return [x + width / 2, y + height / 2] as const
  }
  const press = async (button: Locator) => page.mouse.click(...await middle(button))
  const answer = await holdPost(page, '/api/requests/approve')
  let approvals = 0
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/requests/approve') approvals += 1
  })
  // Whatever looks for elements later would wait for the page.
  const second = await middle(approve(cards.last()))
  await press(approve(cards.first()))
  await answer.asked
  await page.mouse.click(...second)
  answer.deliver()
  await expect(cards).toHaveText([/Ben Texter/])
  await expect(approve(cards)).toBeDisabled()
  await press(approve(cards))
  await expect(page.getByRole('status').getByText(/Ann Texter/)).toBeVisible()
  await turn(page)
  expect(await holders(replies)).toEqual([null, ann.member])
  expect(approvals).toBe(1)
  // As soon as moments pass the page begins to listen, and reads its list anew.
  const reads = page.waitForRequest((request) => request.resourceType() === 'fetch' && new URL(request.url()).pathname === '/requests')
  await page.clock.runFor(500)
  await (await (await reads).response())?.finished()
  await turn(page)
  await expect(approve(cards)).toBeEnabled()
  await press(approve(cards))
  await expect(page.getByText('No pending requests')).toBeVisible()
})
