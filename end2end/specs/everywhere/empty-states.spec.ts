// Nothing to show is a plain answer, with what to do next.
import { disableRequests } from '../../support/organization.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('without campaigns', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/campaigns')
  await expect(page.getByText('No campaigns yet')).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
})

test('without releases', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/releases')
  await expect(page.getByText('Nothing has been released yet')).toBeVisible()
})

test('without teams and tags', async ({ page, enterAs, visit, organization }) => {
  await enterAs(organization.admin, '/teams')
  await expect(page.getByText('No teams yet')).toBeVisible()
  await visit('/tags')
  await expect(page.getByText('No tags yet')).toBeVisible()
  await visit('/assignment')
  await expect(page.getByText('Each team has its own pool.')).toBeVisible()
})

test('without texts to request or to answer', async ({ page, enterAs, organization }) => {
  await enterAs(organization.ann, '/texts')
  await expect(page.getByRole('heading', { name: 'No texts available right now' })).toBeVisible()
  await expect(page.getByText('Nothing to answer')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Request more texts' })).toBeHidden()
})

test('nobody waits on a campaign', async ({ page, enterAs, organization }) => {
  await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, '/campaigns')
  await expect(page.getByText('No one is waiting for an answer.')).toBeVisible()
  await expect(page.getByRole('row', { name: 'Early vote' })).toContainText('No one waiting')
})

test('with requests disabled, the organization says why', async ({ page, enterAs, organization }) => {
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90 }])
  await disableRequests(organization, 'We text again on Monday.')
  await enterAs(organization.ann, '/texts')
  await expect(page.getByRole('heading', { name: 'Requests are disabled' })).toBeVisible()
  await expect(page.getByText('We text again on Monday.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Request more texts' })).toBeHidden()
})
