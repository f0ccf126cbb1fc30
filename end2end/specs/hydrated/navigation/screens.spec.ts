// Every screen as it is come to from another one: its title is announced, reading and the keyboard go on in it, and axe
// finds nothing.
import type { Page } from '@playwright/test'
import { expectAccessible } from '../../../support/accessibility.ts'
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
