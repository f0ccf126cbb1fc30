// The pages of admins, in every state that looks different, a few in a test: axe takes its time over each.
import type { Page } from '@playwright/test'
import { expectAccessible } from '../../support/accessibility.ts'
import { uploadContacts } from '../../support/contacts.ts'
import { createOrganization, type Organization } from '../../support/organization.ts'
import { releaseEverything } from '../../support/release.ts'
import { addReplies, createCampaign, createDraft } from '../../support/replies.ts'
import { createTag, createTeam, join, putTag, requestWaits } from '../../support/setup.ts'
import { signIn } from '../../support/sign-in.ts'
import { expect, test } from '../../support/test.ts'

test('campaigns, and releases while there are none', async ({ page, enterAs, visit, organization }) => {
  await peopleWait(organization)
  await enterAs(organization.admin, '/releases')
  await expectAccessible(page, 'releases, none')
  await visit('/campaigns')
  await expectAccessible(page, 'campaigns')
})

test('the release form, filled in and refused', async ({ page, enterAs, visit, organization }) => {
  await peopleWait(organization)
  await enterAs(organization.admin, '/campaigns/release')
  await expectAccessible(page, 'release')
  await visit('/campaigns/release?interval=custom&number=0&unit=hours&asked=1')
  await expectAccessible(page, 'release, refused')
})

test('releases, and one of them', async ({ page, browser, enterAs, visit, organization }) => {
  await peopleWait(organization)
  await releaseEverything(browser, organization)
  await enterAs(organization.admin, '/releases')
  await expect(page.getByText('Finished')).toBeVisible()
  await expectAccessible(page, 'releases')
  await visit('/releases?by=hand')
  await page.locator('.record').getByRole('link').click()
  await expect(page.getByRole('table', { name: 'By campaign' })).toBeVisible()
  await expectAccessible(page, 'one release')
})

test('a campaign with a report', async ({ page, browser, enterAs, visit, organization }) => {
  const { early } = await peopleWait(organization)
  await releaseEverything(browser, organization)
  await enterAs(organization.admin, `/campaigns/${early.id}`)
  await uploadContacts(page, 'firstName,lastName,cell\na,b,c\n')
  await expect(page.getByRole('table', { name: 'Columns of the file' })).toBeVisible()
  await expectAccessible(page, 'the columns of an upload')
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('table', { name: 'Rows that were not added' })).toBeVisible()
  await expectAccessible(page, 'campaign with a report')
  await visit(`/campaigns/${early.id}/contacts`)
  await expectAccessible(page, 'contacts')
  await page.getByRole('list', { name: 'Contacts' }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'Correct' })).toBeVisible()
  await expectAccessible(page, 'one contact')
})

test('a draft', async ({ page, enterAs, visit, organization }) => {
  const draft = await createDraft(organization, 'Draft')
  await enterAs(organization.admin, '/teams')
  await setUp(page, organization)
  await visit(`/campaigns/${draft.id}`)
  await expectAccessible(page, 'a draft')
})

test('the forms of one campaign', async ({ page, enterAs, visit, organization }) => {
  const { closed } = await peopleWait(organization)
  await enterAs(organization.admin, `/campaigns/${closed.id}/release?kind=replies`)
  await expectAccessible(page, 'release of one campaign')
  await visit(`/campaigns/${closed.id}/autoassign`)
  await expectAccessible(page, 'Autoassign Mode')
})

test('no page at all', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/status of 404/)
  await enterAs(organization.admin, '/campaigns')
  await page.goto('/nowhere')
  await expectAccessible(page, 'nothing here')
})

test('teams, none and refused', async ({ page, enterAs, visit, organization }) => {
  await peopleWait(organization)
  await enterAs(organization.admin, '/teams')
  await expectAccessible(page, 'teams, none')
  await setUp(page, organization)
  await visit('/teams')
  await page.getByRole('button', { name: 'Create team' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page, 'teams, refused')
})

test('a team, and its deletion', async ({ page, enterAs, visit, organization }) => {
  await enterAs(organization.admin, '/teams')
  const team = await setUp(page, organization)
  await visit(`/teams/${team}?member=b`)
  await expectAccessible(page, 'team')
  await visit(`/teams/${team}/delete`)
  await expectAccessible(page, 'team, to be deleted')
})

test('tags, and one of them', async ({ page, enterAs, visit, organization }) => {
  await enterAs(organization.admin, '/teams')
  await setUp(page, organization)
  await visit('/tags')
  await expectAccessible(page, 'tags')
  await page.getByRole('link', { name: 'Press' }).click()
  await expect(page.getByText('It cannot be deleted')).toBeVisible()
  await expectAccessible(page, 'tag')
})

test('people, and Assignment Control', async ({ page, enterAs, visit, organization }) => {
  await enterAs(organization.admin, '/teams')
  await setUp(page, organization)
  await visit('/people')
  await page.getByRole('button', { name: 'Set up' }).click()
  await expectAccessible(page, 'people, with the menu')
  await visit('/assignment')
  await page.getByLabel('Most open replies').fill('0')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page, 'Assignment Control, refused')
})

/** A campaign on which people wait for minutes and for days, and one whose replies nobody could request. */
async function peopleWait(organization: Organization) {
  const { ann } = organization
  const early = await createCampaign(organization, 'Early vote')
  const closed = await createCampaign(organization, 'By mail', false)
  await addReplies(early, [5, 20, 50, 70, 300, 2000].map((minutes) => ({ minutes, holder: ann })))
  await addReplies(closed, [{ minutes: 400, holder: ann }])
  return { early, closed }
}

/** A team, a tag on what is in the pool, and a request that waits. Gives the team. */
async function setUp(page: Page, organization: Organization): Promise<number> {
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 20 }, { minutes: 500 }])
  await createTag(page, 'Press', true)
  const team = await createTeam(page, 'Legal')
  await join(page, team, organization.ann)
  await putTag(organization, 'Press', replies)
  await requestWaits(organization, organization.ben, 5)
  return team
}

test('invite links, their form refused, one of them, and the page that it leads to', async ({ page, browser, enterAs, visit, organization }) => {
  await enterAs(organization.admin, '/people/invites/new')
  await page.getByLabel('How many may join').fill('0')
  await page.getByRole('button', { name: 'Make link' }).click()
  await expectAccessible(page, 'new invite link, refused')
  await page.getByLabel('How many may join').fill('1')
  await page.getByRole('button', { name: 'Make link' }).click()
  await expect(page.getByText('The link is made.')).toBeVisible()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  await expectAccessible(page, 'an invite link')
  await visit('/people/invites')
  await expectAccessible(page, 'invite links')
  const context = await browser.newContext({ baseURL: process.env.BATON_TEST_URL })
  const other = await context.newPage()
  await other.goto(link)
  await other.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(other.getByLabel('Name')).toHaveAccessibleDescription(/Enter a name/)
  await expectAccessible(other, 'join, refused')
  const elsewhere = await createOrganization()
  await signIn(context, elsewhere.ann)
  await other.goto(link)
  await expectAccessible(other, 'join with an account')
  await other.getByRole('button', { name: /^Join as Ann Texter/ }).click()
  await expect(other.getByLabel('Other organization')).toBeVisible()
  await expectAccessible(other, 'the choice of an organization')
  await context.close()
})

test('phone numbers, the last one of which is needed', async ({ page, enterAs, organization }) => {
  await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, '/settings/numbers')
  await expect(page.getByText('It is the last number in use')).toBeVisible()
  await expectAccessible(page, 'phone numbers')
})
