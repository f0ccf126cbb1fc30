// What somebody may not see, and what is not there: a page that says so, and a way out.
import { addReplies, createCampaign } from '../../support/replies.ts'
import { createOrganization } from '../../support/organization.ts'
import { expect, test } from '../../support/test.ts'

// Chromium reports these answers on the console by itself.
const refused = /status of 403/
const notFound = /status of 404/

test('a texter is shown no admin page', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(refused)
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.ann, '/texts')
  await expect(page.getByRole('link', { name: /Campaigns|Release/ })).toHaveCount(0)
  for (const path of ['/campaigns', '/campaigns/release', `/campaigns/${campaign.id}`, '/releases']) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(403)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You do not have access to this page')
    await expect(page.getByText('Your role in this organization does not allow this. Ask an admin or an owner to do it')).toBeVisible()
  }
  await page.getByRole('link', { name: 'Go to the home page' }).click()
  await expect(page).toHaveURL('/texts')
})

test('an address that leads nowhere says so', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(notFound)
  await enterAs(organization.ann, '/texts')
  for (const path of ['/nowhere', '/texts/999999999', '/texts/nonsense']) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found')
  }
})

test('what is in another organization is not there at all', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(notFound)
  const campaign = await createCampaign(organization, 'Early vote')
  const [reply] = await addReplies(campaign, [{ minutes: 90, holder: organization.ann, name: 'Maya Lin' }])
  const stranger = await createOrganization()
  await enterAs(stranger.admin, '/campaigns')
  await expect(page.getByText('No campaigns yet')).toBeVisible()
  for (const path of [`/campaigns/${campaign.id}`, `/texts/${reply?.id}`]) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(404)
    await expect(page.getByRole('main')).not.toContainText('Early vote')
    await expect(page.getByRole('main')).not.toContainText('Maya')
  }
})
