// Every screen as it is come to from another one: its title is announced, reading and the keyboard go on in it, and axe
// finds nothing.
import type { Page } from '@playwright/test'
import { expectAccessible } from '../../../support/accessibility.ts'
import { uploadContacts } from '../../../support/contacts.ts'
import { countDocuments, follow } from '../../../support/documents.ts'
import { addFirstTexts } from '../../../support/first-texts.ts'
import { releaseEverything } from '../../../support/release.ts'
import { addReplies, createCampaign } from '../../../support/replies.ts'
import { createTag, createTeam, requestWaits } from '../../../support/setup.ts'
import { expect, test } from '../../../support/test.ts'

async function goThrough(page: Page, screens: [string, string][]) {
  const documents = countDocuments(page)
  for (const [path, title] of screens) {
    await follow(page, path)
    await expect(page, path).toHaveTitle(`${title} · Baton`)
    await expect(page.locator('#announcement'), path).toHaveText(`${title} · Baton`)
    await expect(page.locator(':is(main, [autofocus], [data-autofocus]):focus'), path).toBeAttached()
    // Where there is nothing to press, the next is the browser's own.
    if ((await page.locator('main :is(a[href], button, input, textarea)').count()) > 0) {
      await page.keyboard.press('Tab')
      await expect(page.locator('main :focus'), path).toBeAttached()
    }
    await expectAccessible(page, path)
  }
  expect(documents()).toBe(0)
}

test('a texter’s screens', async ({ page, enterAs, organization }) => {
  test.setTimeout(60_000)
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  const [omar] = await addFirstTexts(campaign, 'Hi {firstName}!', [{ holder: ann, name: 'Omar Said' }])
  await enterAs(ann, '/texts')
  await goThrough(page, [
    [`/texts/${maya?.id}`, 'Maya Lin'],
    [`/texts/${omar?.id}`, 'Omar Said'],
    ['/texts/past', 'Past conversations'],
    ['/texts/closed', 'Closed conversations'],
    [`/texts/${maya?.id}/opt-out`, 'Opt out'],
    ['/account', 'Your account'],
    ['/texts/done', 'Done for the day?'],
    ['/texts', 'My texts'],
  ])
})

test('an admin’s screens', async ({ page, browser, enterAs, organization }) => {
  test.setTimeout(120_000)
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 90, holder: organization.ann }])
  await releaseEverything(browser, organization)
  await requestWaits(organization, organization.ben, 5)
  await enterAs(organization.admin, '/texts')
  const team = await createTeam(page, 'Legal')
  await createTag(page, 'Press', true)
  await goThrough(page, [
    ['/campaigns', 'Campaigns'],
    ['/campaigns/release', 'Release Unhandled Replies'],
    [`/campaigns/${campaign.id}`, 'Early vote'],
    [`/campaigns/${campaign.id}/release?kind=replies`, 'Release Unreplied Conversations'],
    [`/campaigns/${campaign.id}/autoassign`, 'Autoassign Mode'],
    ['/requests', 'Assignment Requests'],
    ['/releases', 'Release history'],
    ['/assignment', 'Assignment Control'],
    ['/teams', 'Teams'],
    [`/teams/${team}`, 'Legal'],
    [`/teams/${team}/delete`, 'Delete Legal?'],
    ['/tags', 'Tags'],
    ['/people', 'People'],
    ['/unanswerable', 'Replies no one can answer'],
    ['/unmatched', 'Unmatched texts'],
    ['/escalated', 'Escalated'],
  ])
})

test('the screens of a campaign and its contacts', async ({ page, enterAs, organization }) => {
  test.setTimeout(120_000)
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 90, holder: organization.ann, name: 'Maya Lin' }])
  await enterAs(organization.admin, `/campaigns/${campaign.id}`)
  await uploadContacts(page, 'firstName,lastName,cell\nOmar,Said,2135550114\na,b,c\n')
  await expect(page.getByRole('table', { name: 'Columns of the file' })).toBeVisible()
  const upload = new URL(page.url()).pathname
  await goThrough(page, [
    ['/campaigns/new', 'New campaign'],
    [upload, 'Check the columns'],
    [`/campaigns/${campaign.id}/contacts`, 'Contacts'],
    [`/campaigns/${campaign.id}/figures`, 'Figures of Early vote'],
    [`/campaigns/${campaign.id}/second-pass`, 'Second pass'],
    [`/campaigns/${campaign.id}/unmessaged`, 'Delete unmessaged contacts'],
    ['/opt-outs', 'Opt-outs'],
  ])
})

test('the screens of an organization', async ({ page, enterAs, organization }) => {
  test.setTimeout(120_000)
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 90, holder: organization.ann, name: 'Maya Lin' }])
  const olive = { ...organization.admin, email: organization.admin.email.replace('ada@', 'olive@') }
  await enterAs(olive, '/texts')
  await goThrough(page, [
    ['/settings', 'Settings'],
    ['/settings/numbers', 'Phone numbers'],
    ['/settings/messages', 'How long messages are kept'],
    ['/people/invites', 'Invite links'],
    ['/people/invites/new', 'New invite link'],
    [`/people/${organization.ann.member}/figures`, 'Figures of Ann Texter'],
    ['/audit', 'Audit log'],
    ['/figures', 'Figures'],
    ['/review', 'Message Review'],
    [`/review?open=${maya?.id}`, 'Message Review'],
    ['/account', 'Your account'],
  ])
})
