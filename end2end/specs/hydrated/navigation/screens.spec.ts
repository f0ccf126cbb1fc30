// Every screen as it is come to from another one: its title is announced, reading and the keyboard go on in it, and axe
// finds nothing.
import { readFileSync } from 'node:fs'
import { join as below } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../../../support/accessibility.ts'
import { archive } from '../../../support/archive.ts'
import { importContacts, uploadContacts } from '../../../support/contacts.ts'
import { countDocuments, follow } from '../../../support/documents.ts'
import { addFirstTexts } from '../../../support/first-texts.ts'
import { contactWrites } from '../../../support/incoming.ts'
import { makeLink } from '../../../support/invite.ts'
import { hrefOf, idIn } from '../../../support/links.ts'
import { newCell } from '../../../support/organization.ts'
import { releaseEverything } from '../../../support/release.ts'
import { addReplies, createCampaign } from '../../../support/replies.ts'
import { createTag, createTeam, join, requestWaits } from '../../../support/setup.ts'
import { expect, test } from '../../../support/test.ts'

/** A route, as `app.rs` has it, or one of its addresses; the title; and what stands for its variables. */
type Screen = [route: string, title: string, ...ids: (number | string | undefined)[]]

/** Routes that have no screen here: they lead on to another. */
const LEADS_ON = ['/', '/setup', '/texts/next']

async function goThrough(page: Page, screens: Screen[]) {
  const documents = countDocuments(page)
  for (const [route, title, ...ids] of screens) {
    const path = route.replace(/:[a-z]+/g, () => String(ids.shift()))
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

test('each route of the app is a screen below', () => {
  const app = readFileSync(below(import.meta.dirname, '../../../../app/src/pages/app.rs'), 'utf8')
  const routes = [...app.matchAll(/path!\("([^"]+)"\)/g)].map(([, route]) => route)
  const screens = new Set(LEADS_ON)
  for (const [, route] of readFileSync(import.meta.filename, 'utf8').matchAll(/^ +\['(\/[^'?]*)/gm)) screens.add(route ?? '')
  expect(routes.length).toBeGreaterThan(50)
  expect(routes.filter((route) => route !== undefined && !screens.has(route))).toEqual([])
})

test('the screens before somebody is signed in', async ({ page, visit, somebody, organization, complaints }) => {
  complaints.expect(/status of 404/)
  const link = await makeLink(await somebody(organization.admin, '/people/invites'), { role: 'Texter', uses: '1' })
  await visit('/sign-in')
  await goThrough(page, [
    ['/forgotten-password', 'Forgotten password?'],
    ['/join/:id', 'Join Vote Local', link.replace('/join/', '')],
    ['/password/:token', 'This link does not work any more', 'abcdefghijklmnopqrstuvwx'],
    ['/sign-in', 'Sign in'],
  ])
})

test('the screens of what is not there, or not for a texter', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/status of 40[34]/)
  await enterAs(organization.ann, '/texts')
  await goThrough(page, [
    ['/campaigns', 'You do not have access to this page'],
    ['/nowhere', 'Page not found'],
    ['/texts/:id', 'Page not found', 999_999_999],
    ['/texts', 'My texts'],
  ])
})

test('a texter’s screens', async ({ page, enterAs, organization }) => {
  test.setTimeout(60_000)
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  const [omar] = await addFirstTexts(campaign, 'Hi {firstName}!', [{ holder: ann, name: 'Omar Said' }])
  await enterAs(ann, '/texts')
  await goThrough(page, [
    ['/texts/:id', 'Maya Lin', maya?.id],
    ['/texts/:id', 'Omar Said', omar?.id],
    ['/texts/replies?campaign=:campaign', 'Replies to answer on Early vote', campaign.id],
    ['/texts/past', 'Past conversations'],
    ['/texts/closed', 'Closed conversations'],
    ['/texts/:id/opt-out', 'Opt out', maya?.id],
    ['/texts/:id/earlier?before=999999999', 'Earlier messages', maya?.id],
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
    ['/campaigns/:id', 'Early vote', campaign.id],
    ['/campaigns/:id/release?kind=replies', 'Release Unreplied Conversations', campaign.id],
    ['/campaigns/:id/autoassign', 'Autoassign Mode', campaign.id],
    ['/requests', 'Assignment Requests'],
    ['/releases', 'Release history'],
    ['/assignment', 'Assignment Control'],
    ['/teams', 'Teams'],
    ['/teams/:id', 'Legal', team],
    ['/teams/:id/delete', 'Delete Legal?', team],
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
  const [maya] = await addReplies(campaign, [{ minutes: 90, holder: organization.ann, name: 'Maya Lin' }])
  await enterAs(organization.admin, `/campaigns/${campaign.id}`)
  await uploadContacts(page, 'firstName,lastName,cell\nOmar,Said,2135550114\na,b,c\n')
  await expect(page.getByRole('table', { name: 'Columns of the file' })).toBeVisible()
  const upload = page.url().split('/').at(-1)?.split('?')[0]
  await goThrough(page, [
    ['/campaigns/new', 'New campaign'],
    ['/campaigns/:id/uploads/:upload', 'Check the columns', campaign.id, upload],
    ['/campaigns/:id/contacts', 'Contacts', campaign.id],
    ['/campaigns/:id/contacts/:contact', 'Maya Lin', campaign.id, maya?.id],
    ['/campaigns/:id/figures', 'Figures of Early vote', campaign.id],
    ['/campaigns/:id/second-pass', 'Second pass', campaign.id],
    ['/campaigns/:id/unmessaged', 'Delete unmessaged contacts', campaign.id],
    ['/campaigns/chosen?change=archive&campaigns=:id', 'Archive 1 campaign', campaign.id],
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
    ['/settings/numbers/:sender', organization.number, organization.number],
    ['/settings/messages', 'How long messages are kept'],
    ['/people/invites', 'Invite links'],
    ['/people/invites/new', 'New invite link'],
    ['/people/:id/figures', 'Figures of Ann Texter', organization.ann.member],
    ['/audit', 'Audit log'],
    ['/figures', 'Figures'],
    ['/review', 'Message Review'],
    ['/review?open=:id', 'Message Review', maya?.id],
    ['/account', 'Your account'],
  ])
})

test('the screens of one member, team, tag, link and release', async ({ page, browser, visit, enterAs, organization }) => {
  test.setTimeout(120_000)
  const { admin, ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 90, holder: ann }])
  await releaseEverything(browser, organization)
  await enterAs(admin, '/teams')
  const team = await createTeam(page, 'Legal')
  await join(page, team, ann)
  await createTag(page, 'Press', false)
  await makeLink(page, { role: 'Texter', uses: '1' })
  const link = idIn(page.url())
  await visit('/tags')
  const tag = idIn(await hrefOf(page, 'a[href^="/tags/"]'))
  await visit('/releases')
  const release = idIn(await hrefOf(page, 'a[href^="/releases/"]:not([href$=".csv"])'))
  await goThrough(page, [
    ['/people/:id', 'Ann Texter', ann.member],
    ['/people/:id/suspend', 'Suspend Ann Texter?', ann.member],
    ['/people/:id/release', 'Release what Ann Texter holds', ann.member],
    ['/people/:id/password-link', 'Password link for Ann Texter', ann.member],
    ['/people/invites/:id', 'Invite link', link],
    ['/teams/:id/remove?member=:member', 'Remove this member from Legal?', team, ann.member],
    ['/tags/:id', 'Press', tag],
    ['/releases/:id', 'Release Unhandled Replies', release],
  ])
})

test('the screens that ask about one text, upload or number', async ({ page, visit, enterAs, organization }) => {
  test.setTimeout(120_000)
  const { admin, ann, number } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  const past = await createCampaign(organization, 'Early registration')
  const [omar] = await addReplies(past, [{ minutes: 80, holder: ann, name: 'Omar Said' }])
  await archive(past)
  const stranger = newCell()
  await contactWrites(stranger, number, 'It is Maya, from work')
  await enterAs(admin, `/campaigns/${campaign.id}`)
  await importContacts(page, 'firstName,lastName,cell\nTess,Ng,2135550114\n')
  await expect(page.getByRole('heading', { name: '1 contact added' })).toBeVisible()
  await visit(`/campaigns/${campaign.id}`)
  const upload = (await hrefOf(page, 'a[href*="/imports/"]')).split('/').at(-2)
  await visit('/unmatched')
  const text = (await hrefOf(page, 'a[href^="/unmatched/move"]')).split('text=')[1]
  const headers = { accept: 'text/html' }
  await page.request.post('/api/opt-outs/add', { form: { numbers: '202 555 0150' }, headers, maxRedirects: 0 })
  const chosen = { back: '/review', change: 'close', 'conversations[0]': maya?.id ?? 0 }
  const prepared = await page.request.post('/api/reviews/prepare-bulk', { form: chosen, headers, maxRedirects: 0 })
  await goThrough(page, [
    ['/texts/:id/move', 'Move to another campaign', omar?.id],
    ['/unmatched/move?text=:text', 'Move to a contact', text],
    ['/campaigns/:id/imports/:import/undo', 'Undo the upload', campaign.id, upload],
    ['/review/actions/:id', 'Close', idIn(prepared.headers().location)],
    ['/opt-outs/:id', '+12025550150', '12025550150'],
  ])
})
