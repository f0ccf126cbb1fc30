// Teams: who is on them, what they draw from, and what goes with them.
import type { Page } from '@playwright/test'
import { createCampaign } from '../../support/replies.ts'
import { createTag, createTeam, join } from '../../support/setup.ts'
import { expect, test } from '../../support/test.ts'

test('a team is created and put together', async ({ page, enterAs, organization }) => {
  await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, '/teams')
  await createTag(page, 'Legal question', true)
  await page.getByLabel('Title').fill('Legal')
  await page.getByLabel('Priority').fill('10')
  await page.getByRole('button', { name: 'Create team' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Legal' })).toBeVisible()
  await expect(page.getByRole('status').getByText('The team is created.')).toBeVisible()

  const members = page.getByRole('region', { name: 'Members' })
  await expect(members).toContainText('This team has no members yet')
  await members.getByText('Add a member').click()
  await members.getByLabel('Name or e-mail').fill('ann t')
  await members.getByRole('button', { name: 'Search' }).click()
  await expect(members.getByRole('button', { name: /^Add / })).toHaveCount(1)
  await members.getByRole('button', { name: 'Add Ann Texter' }).click()
  await expect(page.getByRole('status').getByText('Added to the team.')).toBeVisible()
  await expect(members.getByRole('list', { name: 'Members' })).toContainText('Ann Texter')

  const campaigns = page.getByRole('region', { name: 'Campaigns' })
  await campaigns.getByText('Add a campaign').click()
  await campaigns.getByRole('button', { name: 'Add Early vote' }).click()
  await expect(campaigns.getByRole('list', { name: 'Campaigns' })).toContainText('Early vote')
  const tags = page.getByRole('region', { name: 'Escalation tags' })
  await tags.getByText('Add an escalation tag').click()
  await tags.getByRole('button', { name: 'Add Legal question' }).click()
  await expect(tags.getByRole('list', { name: 'Escalation tags' })).toContainText('Legal question')

  await members.getByRole('button', { name: 'Remove Ann Texter' }).click()
  await expect(page.getByRole('status').getByText('Removed from the team.')).toBeVisible()
  await expect(members).toContainText('This team has no members yet')
  await page.getByRole('main').getByRole('link', { name: 'Teams' }).click()
  await expect(page.getByRole('list', { name: 'Teams', exact: true })).toContainText('No members yet · 1 campaign · priority 10')
})

test('a title that is missing or taken is refused beside the field', async ({ page, enterAs, visit, organization }) => {
  await enterAs(organization.admin, '/teams')
  await createTeam(page, 'Legal')
  await visit('/teams')
  await page.getByLabel('Priority').fill('soon')
  await page.getByRole('button', { name: 'Create team' }).click()
  await expect(page.getByLabel('Title')).toHaveAccessibleDescription('Enter a title.')
  await expect(page.getByLabel('Priority')).toHaveAccessibleDescription(/^Enter a whole number from 0 to 1,000\./)
  await expect(page.getByLabel('Priority')).toHaveValue('soon')
  await page.getByLabel('Title').fill('Legal')
  await page.getByLabel('Priority').fill('5')
  await page.getByRole('button', { name: 'Create team' }).click()
  await expect(page.getByLabel('Title')).toHaveAccessibleDescription('There is already a team with this title.')
  await expect(page.getByRole('list', { name: 'Teams', exact: true }).getByRole('link')).toHaveCount(1)
})

test('a team is deleted after it was said what goes with it', async ({ page, enterAs, visit, organization }) => {
  await enterAs(organization.admin, '/teams')
  const team = await createTeam(page, 'Legal')
  await join(page, team, organization.ann)
  await visit(`/teams/${team}`)
  await page.getByRole('link', { name: 'Delete this team' }).click()
  await expect(page.getByText('Its pool is deleted too.')).toBeVisible()
  await page.getByRole('link', { name: 'Cancel' }).click()
  await page.getByRole('link', { name: 'Delete this team' }).click()
  await page.getByRole('button', { name: 'Delete team' }).click()
  await expect(page.getByRole('status').getByText('The team and its pool are deleted')).toBeVisible()
  await expect(page.getByText('No teams yet')).toBeVisible()
})

/** On a campaign's page: only this team may request it. */
async function restrict(page: Page, title: string) {
  const card = page.getByRole('region', { name: 'Restricted to teams' })
  await card.getByRole('switch', { name: /^Restricted to teams/ }).check()
  await card.getByRole('checkbox', { name: new RegExp(`^${title}`) }).check()
  await card.getByRole('button', { name: 'Save teams' }).click()
  await expect(page.getByRole('status').getByText('The teams are saved.')).toBeVisible()
}

test('deleting the last team of a campaign is asked about, and the campaign says so', async ({ page, enterAs, visit, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, '/teams')
  const team = await createTeam(page, 'Legal')
  await join(page, team, organization.ann)
  await visit(`/campaigns/${campaign.id}`)
  await restrict(page, 'Legal')
  await visit('/campaigns')
  await expect(page.getByRole('row', { name: 'Early vote' })).not.toContainText('none has members')
  await visit(`/teams/${team}/delete`)
  await expect(page.getByText('1 campaign is restricted to teams')).toBeVisible()
  await page.getByLabel('Delete it anyway').check()
  await page.getByRole('button', { name: 'Delete team' }).click()
  await expect(page.getByRole('status').getByText('The team and its pool are deleted')).toBeVisible()
  await visit('/campaigns')
  await expect(page.getByRole('row', { name: 'Early vote' })).toContainText('Teams only, and none has members')
})

test('taking out the last member by whom campaigns can be requested is asked about', async ({ page, enterAs, visit, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, '/teams')
  const team = await createTeam(page, 'Legal')
  await join(page, team, organization.ann)
  await visit(`/campaigns/${campaign.id}`)
  await restrict(page, 'Legal')

  await visit(`/teams/${team}`)
  const remove = page.getByRole('button', { name: 'Remove Ann Texter' })
  await remove.click()
  await expect(page.getByText('1 campaign is restricted to teams')).toBeVisible()
  await page.getByRole('link', { name: 'Cancel' }).click()
  await remove.click()
  await page.getByLabel('Remove it anyway').check()
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('status').getByText('Removed from the team.')).toBeVisible()
  await visit('/campaigns')
  await expect(page.getByRole('row', { name: 'Early vote' })).toContainText('Teams only, and none has members')
})
