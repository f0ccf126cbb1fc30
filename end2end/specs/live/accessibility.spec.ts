// Every page, in every state that looks different. axe is a script, so it runs where scripts run; what
// is looked at is the same markup.
import { expectAccessible } from '../../support/accessibility.ts'
import { addSupervolunteer, setApproval } from '../../support/approval.ts'
import { baton } from '../../support/baton.ts'
import { addFirstTexts } from '../../support/first-texts.ts'
import { disableRequests } from '../../support/organization.ts'
import { releaseEverything } from '../../support/release.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { createTag, createTeam, join, putTag, requestWaits } from '../../support/setup.ts'
import { addTags } from '../../support/team.ts'
import { expect, test } from '../../support/test.ts'
import { fillInSignIn } from '../../support/sign-in.ts'

test('the door', async ({ page, visit }) => {
  await visit('/sign-in')
  await expectAccessible(page, 'sign-in')
  await fillInSignIn(page, 'nobody@example.org')
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page, 'sign-in, refused')
})

test('an admin’s pages', async ({ page, browser, enterAs, visit, organization, complaints }) => {
  // Ten pages, each looked at twice.
  test.slow()
  complaints.expect(/status of 404/)
  const { admin, ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const closed = await createCampaign(organization, 'By mail', false)
  await addReplies(campaign, [5, 20, 50, 70, 300, 2000].map((minutes) => ({ minutes, holder: ann })))
  await addReplies(closed, [{ minutes: 400, holder: ann }])
  await enterAs(admin, '/releases')
  await expectAccessible(page, 'releases, none')
  await visit('/campaigns')
  await expectAccessible(page, 'campaigns')
  await visit('/campaigns/release')
  await expectAccessible(page, 'release')
  await visit('/campaigns/release?interval=custom&number=0&unit=hours&asked=1')
  await expectAccessible(page, 'release, refused')
  await releaseEverything(browser, organization)
  await visit('/releases')
  await expect(page.getByText('Finished')).toBeVisible()
  await expectAccessible(page, 'releases')
  await visit(`/campaigns/${campaign.id}`)
  await page.getByLabel('CSV file').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('firstName,lastName,cell\na,b,c\n') })
  await page.getByRole('button', { name: 'Upload' }).click()
  await expect(page.getByRole('table')).toBeVisible()
  await expectAccessible(page, 'campaign with a report')
  await visit(`/campaigns/${closed.id}/release?kind=replies`)
  await expectAccessible(page, 'release of one campaign')
  await visit(`/campaigns/${closed.id}/autoassign`)
  await expectAccessible(page, 'Autoassign Mode')
  await visit('/releases?by=hand')
  await page.locator('.record').getByRole('link').click()
  await expect(page.getByRole('table', { name: 'By campaign' })).toBeVisible()
  await expectAccessible(page, 'one release')
  await page.goto('/nowhere')
  await expectAccessible(page, 'nothing here')
})

test('what admins set up', async ({ page, enterAs, visit, organization }) => {
  // Ten pages, each looked at twice.
  test.slow()
  const campaign = await createCampaign(organization, 'Early vote')
  const replies = await addReplies(campaign, [{ minutes: 20 }, { minutes: 500 }])
  await enterAs(organization.admin, '/teams')
  await expectAccessible(page, 'teams, none')
  await createTag(page, 'Press', true)
  const team = await createTeam(page, 'Legal')
  await join(page, team, organization.ann)
  await putTag(organization, 'Press', replies)
  await requestWaits(organization, organization.ben, 5)
  await visit('/teams')
  await page.getByRole('button', { name: 'Create team' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page, 'teams, refused')
  await visit(`/teams/${team}?member=b`)
  await expectAccessible(page, 'team')
  await visit(`/teams/${team}/delete`)
  await expectAccessible(page, 'team, to be deleted')
  await visit('/tags')
  await expectAccessible(page, 'tags')
  await page.getByRole('link', { name: 'Press' }).click()
  await expect(page.getByText('It cannot be deleted')).toBeVisible()
  await expectAccessible(page, 'tag')
  await visit('/people')
  await page.getByRole('button', { name: 'Set up' }).click()
  await expectAccessible(page, 'people, with the menu')
  await visit('/assignment')
  await page.getByLabel('Most open replies').fill('0')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page, 'Assignment Control, refused')
  const draft = ['campaign', 'create', '--organization', String(organization.id), '--title', 'Draft', '--time-zone', 'Etc/UTC']
  await visit(`/campaigns/${await baton(draft)}`)
  await expectAccessible(page, 'a draft')
})

test('a texter’s pages', async ({ page, enterAs, visit, organization, complaints }) => {
  complaints.expect(/status of 403/)
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(ann, '/texts')
  await expectAccessible(page, 'texts, none')
  const held = [5, 20, 70, 300].map((minutes) => ({ minutes, holder: ann, fields: { county: 'Kings' } }))
  const [reply] = await addReplies(campaign, [...held, { minutes: 40 }])
  await visit('/texts')
  await page.getByRole('button', { name: 'Request more texts' }).click()
  await expect(page.getByRole('status').getByText('1 reply assigned')).toBeVisible()
  await expectAccessible(page, 'texts')
  await visit(`/texts/${reply?.id}?sent=1`)
  await page.getByText('About this contact').click()
  await expectAccessible(page, 'conversation')
  await disableRequests(organization, 'We text again on Monday.')
  await visit('/texts')
  await expectAccessible(page, 'texts, disabled')
  await page.goto('/campaigns')
  await expectAccessible(page, 'not allowed')
})

test('a conversation that was lost', async ({ page, browser, enterAs, visit, somebody, organization }) => {
  const { ann, ben } = organization
  const [reply] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 200, holder: ann }])
  await releaseEverything(browser, organization)
  await enterAs(ann, `/texts/${reply?.id}`)
  await expectAccessible(page, 'released')
  await page.request.post('/api/conversations/save-draft', { form: { conversation: reply?.id ?? 0, body: 'Yes' } })
  const bens = await somebody(ben, '/texts')
  await bens.getByRole('button', { name: 'Request more texts' }).click()
  await expect(bens.getByRole('heading', { name: '1 reply to answer' })).toBeVisible()
  await visit(`/texts/${reply?.id}`)
  await expect(page.getByLabel('Your draft, to copy')).toBeVisible()
  await expectAccessible(page, 'taken by another')
})

test('first texts, cards and tags', async ({ page, enterAs, visit, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await addTags(organization, ['Wants a sign'], ['Threat'])
  const [unsent] = await addFirstTexts(campaign, 'Hi {firstName}!', [{ holder: ann, name: 'Maya Lin' }])
  await addReplies(campaign, [{ minutes: 30, holder: ann }])
  await enterAs(ann, '/texts')
  await expect(page.getByRole('link', { name: 'Send first texts (1)' })).toBeVisible()
  await expectAccessible(page, 'texts with cards')
  await visit(`/texts/${unsent?.id}`)
  await page.getByText('Tags', { exact: true }).click()
  await expectAccessible(page, 'first text')
})

test('a pending request, and those who decide on it', async ({ page, enterAs, somebody, organization }) => {
  const { ann } = organization
  const vera = await addSupervolunteer(organization)
  await setApproval(ann, 'approval_required')
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }])
  const veras = await somebody(vera, '/requests')
  await expectAccessible(veras, 'requests, none')
  await enterAs(ann, '/texts')
  await page.getByRole('button', { name: 'Request more texts' }).click()
  await expect(page.getByRole('heading', { name: 'You asked for more texts' })).toBeVisible()
  await expectAccessible(page, 'texts, pending')
  await veras.getByText('Deny…').click()
  await expectAccessible(veras, 'requests')
})
