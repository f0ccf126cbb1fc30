// What was released stays to be read: filtered, opened, taken away as a file.
import { releaseAutomatically } from '../../support/auto-release.ts'
import { releaseEverything } from '../../support/release.ts'
import { releaseEnds, releaseStarts } from '../../support/running.ts'
import { addReplies, createCampaign, holders } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('a release is found by filter and opened to see who lost what', async ({ page, browser, enterAs, organization }) => {
  const { admin, ann, ben } = organization
  await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 90, holder: ann },
    { minutes: 80, holder: ann },
    { minutes: 70, holder: ben },
  ])
  await releaseEverything(browser, organization)
  await enterAs(admin, '/releases')
  const filters = page.getByRole('navigation', { name: 'Who released' })
  await filters.getByRole('link', { name: 'Automatic' }).click()
  await expect(page.getByText('No releases found')).toBeVisible()
  await filters.getByRole('link', { name: 'By hand' }).click()
  await expect(filters.getByRole('link', { name: 'By hand' })).toHaveAttribute('aria-current', 'page')
  const record = page.getByRole('main').locator('.record')
  await expect(record).toContainText(['Release Unhandled Replies'])
  await record.getByRole('link', { name: 'Ada Admin' }).click()
  await expect(page.getByRole('status').getByText('Released 3 replies on 1 campaign')).toBeVisible()
  await expect(page.getByRole('table', { name: 'By campaign' }).getByRole('row', { name: 'Early vote 3' })).toBeVisible()
  const texters = page.getByRole('table', { name: 'Released from' }).getByRole('row')
  await expect(texters).toContainText([/Texter/, /Ann Texter\s*2/, /Ben Texter\s*1/])
})

test('only releases on the chosen campaign are shown', async ({ page, enterAs, organization }) => {
  const early = await createCampaign(organization, 'Early vote')
  const mail = await createCampaign(organization, 'By mail')
  await releaseEnds(await releaseStarts(early, 0, 2), 'finished', 2)
  await releaseEnds(await releaseStarts(mail, 0, 7), 'finished', 7)
  await enterAs(organization.admin, '/releases')
  await expect(page.locator('.record')).toContainText(['By mail', 'Early vote'])
  await page.getByRole('combobox', { name: 'Campaign' }).selectOption('Early vote')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(new RegExp(`campaign=${early.id}$`))
  await expect(page.locator('.record')).toHaveCount(1)
  await expect(page.locator('.record')).toContainText('Early vote')
})

test('an undo has a row of its own, and its release is not undone again', async ({ page, browser, enterAs, visit, organization }) => {
  const { admin, ann } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await releaseEverything(browser, organization)
  await enterAs(admin, '/releases')
  await page.locator('.record').getByRole('link').click()
  await expect(page.getByRole('table', { name: 'Released from' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Undo')
  await expect(page.getByRole('status').getByText('Undone: 1 of 1 reply returned')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden()
  expect(await holders(replies)).toEqual([ann.member])
  await page.getByRole('link', { name: 'See what was released' }).click()
  await expect(page.getByRole('link', { name: 'See what was returned' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden()
  await visit('/releases')
  await expect(page.locator('.record')).toContainText(['Undo', 'Undone'])
})

test('automatic releases of one hour are one row, and each of them is opened and undone', async ({ page, enterAs, visit, organization }) => {
  const { admin, ann, ben } = organization
  const mine = []
  for (const [title, holder] of [['Early vote', ann], ['By mail', ben]] as const) {
    const campaign = await createCampaign(organization, title)
    const replies = await addReplies(campaign, [{ minutes: 90, holder }])
    await releaseAutomatically(campaign, 30)
    await expect.poll(() => holders(replies)).toEqual([null])
    mine.push(...replies)
  }
  await enterAs(admin, '/releases?by=automatic')
  await expect(page.locator('.record')).toContainText('10 min left to undo')
  await page.getByRole('link', { name: 'Automatic · 2 releases' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Automatic releases')
  const record = page.getByRole('main').locator('.record')
  await expect(record).toContainText([/Auto-release · By mail/, /Auto-release · Early vote/])
  await record.filter({ hasText: 'Early vote' }).getByRole('link', { name: 'Automatic' }).click()
  await expect(page.getByRole('status').getByText('Released 1 reply on 1 campaign')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Released from' }).getByRole('row', { name: 'Ann Texter 1' })).toBeVisible()
  await page.goBack()
  await record.filter({ hasText: 'By mail' }).getByRole('link', { name: 'Automatic' }).click()
  await expect(page.getByRole('table', { name: 'Released from' }).getByRole('row', { name: 'Ben Texter 1' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('status').getByText('Undone: 1 of 1 reply returned')).toBeVisible()
  expect(await holders(mine)).toEqual([null, ben.member])
  // And in their list.
  await visit('/releases?by=automatic')
  await page.getByRole('link', { name: 'Automatic · 2 releases' }).click()
  await record.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('status').getByText('Undone: 1 of 1 reply returned')).toBeVisible()
  expect(await holders(mine)).toEqual([ann.member, ben.member])
})

test('the history is exported as it is filtered', async ({ page, enterAs, organization }) => {
  const early = await createCampaign(organization, 'Early vote')
  await releaseEnds(await releaseStarts(early, 0, 2), 'finished', 2)
  await enterAs(organization.admin, '/releases?by=hand')
  const link = page.getByRole('link', { name: 'Export CSV' })
  await expect(link).toHaveAttribute('href', '/releases.csv?by=hand')
  const answer = await page.request.get('/releases.csv?by=hand')
  expect(answer.headers()['content-type']).toContain('text/csv')
  expect(await answer.text()).toContain('Ada Admin')
})
