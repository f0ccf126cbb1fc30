// The campaigns page and a campaign's own: what they say, in which order, and in how much room.
import type { Page } from '@playwright/test'
import { archive } from '../../support/archive.ts'
import { releaseAutomatically } from '../../support/auto-release.ts'
import { openMenu } from '../../support/menu.ts'
import { choose } from '../../support/release-form.ts'
import { addReplies, createCampaign, createDraft, holders } from '../../support/replies.ts'
import { addTeam } from '../../support/team.ts'
import { expect, test } from '../../support/test.ts'

const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) })
const top = async (page: Page, name: string) => (await page.getByRole('region', { name, exact: true }).boundingBox())?.y ?? 0

test('a row has its title and one line with its state and what differs', async ({ page, enterAs, visit, organization, viewport, javaScriptEnabled }) => {
  const { admin, ann } = organization
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }, { minutes: 20 }])
  // One that has released, and one that will: both say when, and how many it was.
  const byMail = await createCampaign(organization, 'Vote by mail')
  const replies = await addReplies(byMail, [{ minutes: 90, holder: ann }, { minutes: 10, holder: ann }])
  await releaseAutomatically(byMail, 30)
  await expect.poll(() => holders(replies)).toEqual([null, ann.member])
  await createCampaign(organization, 'By hand', false)
  await createDraft(organization, 'Library bond')
  await enterAs(admin, '/campaigns')
  await expect(rowOf(page, 'Early vote').getByText(/^Auto-release/)).toBeHidden()
  await expect(rowOf(page, 'Early vote').getByText('Auto-assign off')).toBeHidden()
  await expect(rowOf(page, 'Vote by mail').getByText('Auto-release on')).toBeVisible()
  await expect(rowOf(page, 'Vote by mail')).toContainText(/Next release:.*Last: 1 reply/)
  await expect(rowOf(page, 'By hand').getByText('Auto-assign off')).toBeVisible()
  // The two parts of the bar have their names.
  for (const name of ['Unhandled', 'In the pool']) await expect(page.locator('.legend').getByText(name)).toBeVisible()
  if ((viewport?.width ?? 0) < 1000) return
  // Without a script moments have their day and UTC, for which there is no room on one line.
  const expectOneLine = async (name: string) => {
    const box = await rowOf(page, name).boundingBox()
    expect(box?.height, name).toBeLessThanOrEqual(64)
  }
  for (const name of ['Early vote', 'By hand', ...(javaScriptEnabled === false ? [] : ['Vote by mail'])]) await expectOneLine(name)
  await visit('/campaigns?tab=drafts')
  await expectOneLine('Library bond')
  // In the longer language too.
  await visit('/campaigns')
  await page.getByRole('button', { name: 'Español' }).click()
  await expect(page.getByRole('heading', { name: 'Campañas' })).toBeVisible()
  if (javaScriptEnabled !== false) await expectOneLine('Vote by mail')
  const head = await page.getByRole('banner').boundingBox()
  expect(head?.height, 'its head').toBeLessThanOrEqual(64)
})

test('a row with all marks that there are is no higher', async ({ page, enterAs, visit, organization, viewport, javaScriptEnabled }) => {
  test.skip((viewport?.width ?? 0) < 1000 || javaScriptEnabled === false, 'On a phone it is a card, and without a script moments are longer.')
  const { admin, ann } = organization
  const campaign = await createCampaign(organization, 'Voter protection in the northernmost counties', false)
  await addReplies(campaign, [{ minutes: 90, holder: ann }, { minutes: 10, holder: ann }])
  await enterAs(admin, `/campaigns/${campaign.id}`)
  await page.getByLabel('Due date', { exact: true }).fill('2024-05-01')
  await page.getByLabel('Script of the initial message').fill('Hi {firstName}')
  await page.getByRole('button', { name: 'Save script and due date' }).click()
  await expect(page.getByText('Script and due date are saved.')).toBeVisible()
  for (const title of ['The legal hotline of the whole state', 'Spanish speaking volunteers']) await addTeam(organization, { title, members: [ann] })
  await visit(`/campaigns/${campaign.id}`)
  const teams = page.getByRole('region', { name: 'Restricted to teams' })
  for (const team of await teams.getByRole('checkbox').all()) await team.check()
  await teams.getByRole('button', { name: 'Save teams' }).click()
  await expect(page.getByRole('status').getByText('The teams are saved.')).toBeVisible()
  await releaseAutomatically(campaign, 300)
  await visit('/campaigns')
  const row = rowOf(page, campaign.title)
  await expect(row).toContainText('Was due May 1, 2024')
  expect((await row.boundingBox())?.height).toBeLessThanOrEqual(64)
  const headers = { accept: 'text/html', referer: `${process.env.BATON_TEST_URL}/` }
  await page.request.post('/api/campaigns/pause', { form: { campaign: campaign.id, confirmed: true }, headers })
  await visit('/campaigns')
  await expect(row).toContainText('Paused')
  expect((await row.boundingBox())?.height).toBeLessThanOrEqual(64)
  // Nothing of its line lies over the figures.
  const [line, figure] = [await row.locator('.campaign-state').boundingBox(), await row.getByRole('cell').first().boundingBox()]
  expect((line?.x ?? 0) + (line?.width ?? 0)).toBeLessThanOrEqual(figure?.x ?? 0)
})

test('a wait is red only beyond a day', async ({ page, enterAs, organization }) => {
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 23 * 60 }])
  await addReplies(await createCampaign(organization, 'By mail'), [{ minutes: 25 * 60 }])
  await enterAs(organization.admin, '/campaigns')
  await expect(rowOf(page, 'Early vote').locator('.wait-long')).toBeVisible()
  await expect(rowOf(page, 'By mail').locator('.wait-overdue')).toBeVisible()
})

test('of an archived campaign the row and the preview say the same, and its menu offers none', async ({ page, enterAs, visit, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 90, holder: organization.ann }])
  await archive(campaign)
  await enterAs(organization.admin, '/campaigns?tab=archived')
  await expect(rowOf(page, 'Early vote')).toContainText('Nothing is released')
  await openMenu(page, 'Early vote')
  await expect(page.getByRole('button', { name: 'Unarchive' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Release Unreplied Conversations' })).toHaveCount(0)
  await visit(`/campaigns/${campaign.id}/release?kind=replies`)
  const form = page.getByRole('main')
  await expect(form).toContainText('No replies can be released: the campaign is archived, or has not started.')
  await expect(form.getByRole('button', { name: 'Execute Operation' })).toBeDisabled()
})

test('Autoassign Mode and Release come right after the figures', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, `/campaigns/${campaign.id}`)
  const script = await top(page, 'Script and due date')
  expect(await top(page, 'Autoassign Mode')).toBeLessThan(script)
  expect(await top(page, 'Release')).toBeLessThan(script)
})

test('the last release is a slim strip, and not on the page of another campaign', async ({ page, enterAs, visit, organization, viewport }) => {
  const { admin, ann } = organization
  const [early, mail] = [await createCampaign(organization, 'Early vote'), await createCampaign(organization, 'By mail')]
  await addReplies(early, [{ minutes: 90, holder: ann }])
  await enterAs(admin, '/campaigns')
  const form = { campaign: early.id, kind: 'replies', 'policy[interval]': 15 }
  const answer = await page.request.post('/api/releases/start', { form })
  expect(answer.ok(), await answer.text()).toBe(true)
  const releases = page.getByRole('region', { name: 'Releases in progress' })
  for (const path of ['/campaigns', `/campaigns/${early.id}`]) {
    await visit(path)
    await expect(releases).toContainText('Released 1 reply on 1 campaign')
    await expect(releases.getByRole('button', { name: 'Undo' })).toBeVisible()
    if ((viewport?.width ?? 0) > 1000) expect((await releases.boundingBox())?.height).toBeLessThanOrEqual(56)
  }
  await visit(`/campaigns/${mail.id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'By mail' })).toBeVisible()
  await expect(releases).toBeHidden()
})

test('auto-release without auto-assign is warned of before it is saved', async ({ page, enterAs, organization, javaScriptEnabled }) => {
  await createCampaign(organization, 'By hand', false)
  await enterAs(organization.admin, '/campaigns')
  const form = await choose(page, 'By hand', 'Autoassign Mode', javaScriptEnabled !== false)
  const warning = form.getByRole('alert').filter({ hasText: 'Auto-release does nothing while auto-assign is off' })
  await expect(warning).toBeHidden()
  await form.getByRole('switch', { name: /^Auto-release/ }).check()
  await expect(warning).toBeVisible()
  await form.getByRole('switch', { name: /^Auto-assign/ }).check()
  await expect(warning).toBeHidden()
})
