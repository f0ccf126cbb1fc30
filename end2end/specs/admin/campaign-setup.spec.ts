// A campaign's script, its due date, its teams and its launch.
import { baton } from '../../support/baton.ts'
import { importContacts } from '../../support/contacts.ts'
import type { Organization } from '../../support/organization.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { createTeam, join } from '../../support/setup.ts'
import { expect, test } from '../../support/test.ts'

const draft = (organization: Organization) =>
  baton(['campaign', 'create', '--organization', String(organization.id), '--title', 'Town hall', '--time-zone', 'America/New_York'])

test('a draft is launched once nothing is missing', async ({ page, enterAs, organization }) => {
  const id = await draft(organization)
  await enterAs(organization.admin, `/campaigns/${id}`)
  const launch = page.getByRole('region', { name: 'Launch' })
  await expect(page.getByRole('term').filter({ hasText: 'Texters' })).toBeVisible()
  await expect(launch.getByRole('button', { name: 'Launch' })).toBeDisabled()
  await launch.getByRole('link', { name: 'Write the script' }).click()
  await expect(page).toHaveURL(/#script$/)
  await page.getByLabel('Script of the initial message').fill('Hi {firstName}, will you come to {place}?')
  await page.getByRole('button', { name: 'Save script and due date' }).click()
  await expect(page.getByRole('status').getByText('Script and due date are saved.')).toBeVisible()
  await expect(launch.getByRole('link', { name: 'Write the script' })).toHaveCount(0)
  await launch.getByRole('link', { name: 'Upload contacts' }).click()
  await importContacts(page, 'firstName,lastName,cell,site\nMaya,Lin,(212) 555-0123,Library\n')
  await expect(page.getByRole('heading', { name: '1 contact added' })).toBeVisible()
  await expect(page.getByText('No contact has {place}.')).toBeVisible()
  await expect(page.getByText('{site}')).toBeVisible()
  await expect(launch.getByText('No contact has {place}.')).toBeVisible()
  await expect(launch.getByRole('button', { name: 'Launch' })).toBeDisabled()
  await page.getByLabel('Script of the initial message').fill('Hi {firstName}, will you come to {site|the library}?')
  await page.getByRole('button', { name: 'Save script and due date' }).click()
  await expect(page.getByRole('status').getByText('Script and due date are saved.')).toBeVisible()
  await launch.getByRole('checkbox', { name: /^Turn auto-assign on/ }).check()
  await launch.getByRole('button', { name: 'Launch' }).click()
  await expect(page.getByRole('status').getByText('The campaign is launched.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Launch' })).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Autoassign Mode' })).toContainText(/Auto-assign\s*On/)
})

test('what is not ready is not launched, whatever the page shows', async ({ page, enterAs, visit, organization }) => {
  const id = await draft(organization)
  await enterAs(organization.admin, `/campaigns/${id}`)
  const headers = { accept: 'text/html', referer: `${process.env.BATON_TEST_URL}/campaigns/${id}` }
  const answer = await page.request.post('/api/campaigns/launch', { form: { campaign: id }, headers, maxRedirects: 0 })
  await visit(answer.headers().location ?? '')
  await expect(page.getByRole('alert')).toContainText('It still needs contacts and a script.')
  await expect(page.getByRole('region', { name: 'Launch' })).toBeVisible()
})

test('a script that a running campaign would lose is refused, and what was typed stays', async ({ page, enterAs, visit, organization }) => {
  const { id } = await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, `/campaigns/${id}`)
  await page.getByLabel('Due date', { exact: true }).fill('2031-05-01')
  await page.getByRole('button', { name: 'Save script and due date' }).click()
  await expect(page.getByLabel('Script of the initial message')).toHaveAccessibleDescription(/so it needs a script/)
  await expect(page.getByLabel('Due date', { exact: true })).toHaveValue('2031-05-01')
  const window = await page.context().newPage()
  await visit(`/campaigns/${id}`, window)
  await expect(window.getByLabel('Due date', { exact: true })).toHaveValue('')
})

test('a campaign is restricted to teams, and it is said if that leaves nobody', async ({ page, enterAs, visit, organization }) => {
  const { id } = await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, `/campaigns/${id}`)
  const card = page.getByRole('region', { name: 'Restricted to teams' })
  await expect(card).toContainText('There are no teams yet.')
  const team = await createTeam(page, 'Legal')
  await visit(`/campaigns/${id}`)
  const save = async () => {
    await card.getByRole('button', { name: 'Save teams' }).click()
    await expect(page.getByRole('status').getByText('The teams are saved.')).toBeVisible()
  }
  await card.getByRole('switch', { name: /^Restricted to teams/ }).check()
  await card.getByRole('button', { name: 'Save teams' }).click()
  const confirmation = card.getByRole('checkbox', { name: 'Save it anyway: no one can take its replies' })
  await expect(confirmation).toHaveAccessibleDescription(/no team is chosen that has a member/)
  await expect(card.getByRole('switch', { name: /^Restricted to teams/ })).toBeChecked()
  await confirmation.check()
  await save()
  await expect(card).toContainText('no team is chosen, so no one can request its texts')
  await card.getByRole('checkbox', { name: /^Legal/ }).check()
  await card.getByRole('button', { name: 'Save teams' }).click()
  await expect(card.getByRole('checkbox', { name: /^Legal/ })).toBeChecked()
  await confirmation.check()
  await save()
  await expect(card).toContainText('the chosen teams have no members')
  await join(page, team, organization.ann)
  await visit(`/campaigns/${id}`)
  await expect(card.getByRole('checkbox', { name: /^Legal/ })).toBeChecked()
  await expect(card).not.toContainText('no one can request its texts')
})

test('a campaign is created with its hours and zone, and what is wrong stands beside its field', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/campaigns')
  // Also a step of what to do next.
  await page.getByRole('link', { name: 'New campaign' }).first().click()
  await expect(page.getByRole('heading', { name: 'New campaign' })).toBeVisible()
  await page.getByLabel('Texting ends').fill('08:00')
  await page.getByRole('combobox', { name: 'Time zone' }).fill('America/Denver')
  await page.getByRole('button', { name: 'Create campaign' }).click()
  await expect(page.getByLabel('Title')).toHaveAccessibleDescription(/title/)
  await expect(page.getByLabel('Texting ends')).toHaveAccessibleDescription(/end after they begin/)
  await page.getByLabel('Title').fill('Town hall')
  await page.getByLabel('Texting ends').fill('20:00')
  await page.getByRole('button', { name: 'Create campaign' }).click()
  await expect(page.getByRole('heading', { name: 'Town hall' })).toBeVisible()
  await expect(page.getByRole('status').getByText('The campaign is created, as a draft.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Launch' })).toContainText('9:00 AM to 8:00 PM, America/Denver')
  const card = page.getByRole('region', { name: 'Title and texting hours' })
  await card.getByLabel('Title').fill('Town hall, again')
  await card.getByRole('button', { name: 'Save title and hours' }).click()
  await expect(page.getByRole('heading', { name: 'Town hall, again' })).toBeVisible()
})

test('a campaign on which somebody waits is archived when that is confirmed, and unarchived', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 30, holder: organization.ann }])
  await enterAs(organization.admin, `/campaigns/${campaign.id}`)
  const archive = page.getByRole('region', { name: 'Archive' })
  await archive.getByRole('button', { name: 'Archive' }).click()
  await archive.getByRole('checkbox', { name: /Archive it anyway/ }).check()
  await archive.getByRole('button', { name: 'Archive' }).click()
  await expect(page.getByRole('status').getByText('The campaign is archived.')).toBeVisible()
  // Of what cannot be done with it, nothing is offered.
  for (const name of ['Release', 'Autoassign Mode', 'Second pass']) await expect(page.getByRole('region', { name })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Upload contacts' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Unarchive' }).click()
  await expect(page.getByRole('status').getByText('The campaign is unarchived')).toBeVisible()
  await expect(archive.getByRole('button', { name: 'Archive' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Release' })).toBeVisible()
})
