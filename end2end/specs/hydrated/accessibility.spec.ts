// The door, and the pages of texters and of those who decide on their requests, in every state that looks different;
// those of admins are beside this. axe is a script, so it runs where scripts run; what is looked at is the same markup.
import { expectAccessible } from '../../support/accessibility.ts'
import { addSupervolunteer, setApproval } from '../../support/approval.ts'
import { addFirstTexts } from '../../support/first-texts.ts'
import { disableRequests } from '../../support/organization.ts'
import { releaseEverything } from '../../support/release.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { addTags } from '../../support/team.ts'
import { expect, test } from '../../support/test.ts'
import { fillInSignIn } from '../../support/sign-in.ts'

test('the door', async ({ page, visit, organization }) => {
  await visit('/sign-in')
  await expectAccessible(page, 'sign-in')
  await fillInSignIn(page, organization.ann.email, 'not her password')
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page, 'sign-in, refused')
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
  await page.getByText('About', { exact: true }).click()
  await expectAccessible(page, 'conversation')
  await visit('/account')
  await expectAccessible(page, 'account')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByLabel('Current password')).toHaveAccessibleDescription('This is not your current password.')
  await expectAccessible(page, 'account, refused')
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
  await expect(page.getByRole('link', { name: 'Send initial messages (1)' })).toBeVisible()
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
