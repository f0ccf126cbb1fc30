// A reply on an archived campaign is moved by an admin to one that runs, and answered there.
import { archive } from '../../support/archive.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('an admin moves the reply of an archived campaign, and a texter who requests it answers', async ({ page, enterAs, somebody, organization }) => {
  const { admin, ann, ben } = organization
  const archived = await createCampaign(organization, 'Early vote')
  await createCampaign(organization, 'Rides to the polls')
  await createCampaign(organization, 'Phone bank')
  await addReplies(archived, [{ minutes: 90, holder: ann, name: 'Maya Lin', text: 'Where do I vote?' }])
  await archive(archived)

  await enterAs(admin, '/unanswerable')
  await page.getByRole('link', { name: /Maya Lin/ }).click()
  await page.getByRole('link', { name: 'Move to another campaign' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Move to another campaign' })).toBeVisible()
  await expect(page.getByText('It goes back to waiting there')).toBeVisible()
  const targets = page.getByRole('list', { name: 'Running campaigns' }).getByRole('listitem')
  await expect(targets).toContainText(['Phone bank', 'Rides to the polls'])
  await page.getByLabel('Title').fill('rides')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(targets).toContainText(['Rides to the polls'])
  await page.getByRole('button', { name: 'Move here: Rides to the polls' }).click()
  await expect(page).toHaveURL(/\/unanswerable/)
  await expect(page.getByRole('status').getByText('The reply was moved to Rides to the polls.')).toBeVisible()
  await expect(page.getByRole('link', { name: /Maya Lin/ })).toHaveCount(0)

  const bens = await somebody(ben, '/texts')
  await bens.getByRole('button', { name: 'Request more texts' }).click()
  await bens.getByRole('link', { name: /Maya Lin.*1 h 30 min/ }).click()
  await expect(bens.getByRole('heading', { level: 1, name: 'Maya Lin' })).toBeVisible()
  await expect(bens.getByText('Rides to the polls')).toBeVisible()
  await expect(bens.getByRole('log')).toContainText('Where do I vote?')
  await bens.getByLabel('Your reply').fill('At the library')
  await bens.getByRole('button', { name: 'Send' }).click()
  await expect(bens.getByText('Nothing to answer')).toBeVisible()
})

test('without a campaign that runs, the reply stays where it is read', async ({ page, enterAs, visit, organization }) => {
  const archived = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(archived, [{ minutes: 90, name: 'Maya Lin' }])
  await archive(archived)
  await enterAs(organization.admin, `/texts/${maya?.id}/move`)
  await expect(page.getByText('No campaign is running')).toBeVisible()
  await createCampaign(organization, 'Phone bank')
  await visit(`/texts/${maya?.id}/move?q=rides`)
  await expect(page.getByText('No running campaign found with this title.')).toBeVisible()
})
