// The dialog: what it says before anything is written, and that nothing is until it is told to.
import type { Page } from '@playwright/test'
import { addReplies, createCampaign, holders } from '../../support/replies.ts'
import { addTeam } from '../../support/team.ts'
import { expect, test } from '../../support/test.ts'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Release Unhandled Replies' })
const releaseOf = (page: Page) => dialogOf(page).getByRole('button', { name: 'Release', exact: true })
const chip = (page: Page, name: string) => dialogOf(page).getByRole('radio', { name, exact: true })
const opener = (page: Page) => page.getByRole('link', { name: 'Release Unhandled Replies' })

test('the preview follows the picker', async ({ page, enterAs, organization }) => {
  const { admin, ann } = organization
  const early = await createCampaign(organization, 'Early vote')
  const mail = await createCampaign(organization, 'Vote by mail')
  await addReplies(early, [10, 20, 40, 90].map((minutes) => ({ minutes, holder: ann })))
  await addReplies(mail, [{ minutes: 130, holder: ann }, { minutes: 1500, holder: ann }])
  await enterAs(admin, '/campaigns')
  await opener(page).click()
  const dialog = dialogOf(page)
  await expect(chip(page, '1 h')).toBeChecked()
  await expect(dialog.getByRole('switch', { name: 'Also campaigns restricted to teams' })).not.toBeChecked()
  await expect(dialog.getByRole('switch', { name: 'Only contacts within texting hours now' })).toBeChecked()
  await expect(dialog.getByText('3 replies on 2 campaigns would go back')).toBeVisible()

  const counts = { '15 min': '5 replies on 2 campaigns', '2 h': '2 replies on 1 campaign', '24 h': '1 reply on 1 campaign' }
  for (const [name, sentence] of Object.entries(counts)) {
    await chip(page, name).check()
    await expect(dialog.getByText(`${sentence} would go back to the pool.`)).toBeVisible()
    await expect(dialog.getByRole('img', { name: /^Waiting times, interval/ })).toBeVisible()
  }
  await chip(page, 'Custom').check()
  await dialog.getByLabel('Custom interval').fill('30')
  await expect(dialog.getByText('No replies have been unhandled by their texter for that long.')).toBeVisible()
  await dialog.getByLabel('Unit').selectOption('minutes')
  await expect(dialog.getByText('4 replies on 2 campaigns would go back')).toBeVisible()
})

test('a number that is no interval is refused with a sentence', async ({ page, enterAs, organization }) => {
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: organization.ann }])
  await enterAs(organization.admin, '/campaigns')
  await opener(page).click()
  const dialog = dialogOf(page)
  await chip(page, 'Custom').check()
  const sentences = {
    '': 'Choose or enter a time, for example 1 hour.',
    '0': 'The shortest interval is 5 minutes.',
    '-1': 'The shortest interval is 5 minutes.',
    soon: 'Enter a number, for example 8.',
    NaN: 'Enter a number, for example 8.',
    '169': 'The longest interval is 7 days.',
  }
  for (const [typed, sentence] of Object.entries(sentences)) {
    await dialog.getByLabel('Custom interval').fill(typed)
    await expect(dialog.getByRole('alert').getByText(sentence), typed).toBeVisible()
    await expect(releaseOf(page), typed).toBeDisabled()
  }
  await dialog.getByLabel('Custom interval').fill('1.5')
  await expect(releaseOf(page)).toBeEnabled()
  await expect(dialog.getByText('1 reply on 1 campaign would go back')).toBeVisible()
})

test('Cancel writes nothing, and the dialog starts anew', async ({ page, enterAs, visit, organization }) => {
  const { admin, ann } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(admin, '/campaigns')
  await opener(page).click()
  await chip(page, '24 h').check()
  await dialogOf(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(dialogOf(page)).toBeHidden()
  await opener(page).click()
  await expect(chip(page, '1 h')).toBeChecked()
  await expect(dialogOf(page).getByText('1 reply on 1 campaign would go back')).toBeVisible()
  await dialogOf(page).getByRole('button', { name: 'Cancel' }).click()
  expect(await holders(replies)).toEqual([ann.member])
  await visit('/releases')
  await expect(page.getByText('Nothing has been released yet')).toBeVisible()
})

test('what is left alone is said, and campaigns without auto-assign can be included', async ({ page, enterAs, organization }) => {
  const { admin, ann } = organization
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await addReplies(await createCampaign(organization, 'By hand', false), [{ minutes: 70, holder: ann }, { minutes: 80, holder: ann }])
  await enterAs(admin, '/campaigns')
  await opener(page).click()
  const dialog = dialogOf(page)
  await expect(dialog.getByText('1 reply on 1 campaign would go back')).toBeVisible()
  const lead = 'Replies that a texter has not handled in time go back to the pool, so that active texters can request them. The wait counts since the contact wrote or the texter got the reply, whichever is later.'
  await expect(dialog.getByText(lead)).toBeVisible()
  await expect(dialog.getByText('Not released, and why:')).toBeVisible()
  await expect(dialog.getByText('2 on campaigns with auto-assign off')).toBeVisible()
  await dialog.getByRole('switch', { name: /Also campaigns with auto-assign off/ }).check()
  await expect(dialog.getByText('3 replies on 2 campaigns would go back')).toBeVisible()
  await expect(dialog.getByText('Texters cannot request all of these')).toBeVisible()
  await expect(dialog.getByText('Not released, and why:')).toBeHidden()
  await releaseOf(page).click()
  await expect(dialog.getByRole('status').getByText('Released 3 replies on 2 campaigns')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()

  // The second time there is nothing left, which is a plain answer.
  await opener(page).click()
  await expect(dialog.getByText('Nothing would be released.')).toBeVisible()
  await releaseOf(page).click()
  await expect(dialog.getByRole('status').getByText('Released 0 replies on 0 campaigns')).toBeVisible()
})

test('what no pool draws from is said, and where that is mended', async ({ page, enterAs, visit, organization }) => {
  const { admin, ann, ben } = organization
  const theirs = await createCampaign(organization, 'Early vote')
  await addReplies(await createCampaign(organization, 'Vote by mail'), [{ minutes: 90, holder: ann }])
  // Another team's pool hands out replies, but not these.
  await addTeam(organization, { title: 'Spanish', members: [ben], campaigns: [theirs] })
  await enterAs(admin, '/campaigns')
  await opener(page).click()
  const dialog = dialogOf(page)
  await expect(dialog.getByText('1 reply on 1 campaign would go back')).toBeVisible()
  await expect(dialog.getByText('Texters cannot request all of these')).toBeHidden()
  await visit('/assignment')
  await page.getByRole('group', { name: 'General' }).getByLabel('Type').selectOption('Initial messages')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').getByText('Assignment Control is saved.')).toBeVisible()

  await visit('/campaigns')
  await opener(page).click()
  await expect(dialog.getByText('1 reply is on campaigns without a pool to request them from')).toBeVisible()
  await expect(dialog.getByRole('link', { name: 'Teams' })).toBeHidden()
  await dialog.getByRole('link', { name: 'Assignment Control' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Assignment Control' })).toBeVisible()
})

test('the words on a disabled button can be read under the pointer too', async ({ page, enterAs, organization }) => {
  await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, '/campaigns')
  await opener(page).click()
  await chip(page, 'Custom').check()
  await dialogOf(page).getByLabel('Custom interval').fill('soon')
  const release = releaseOf(page)
  await expect(dialogOf(page).getByText('Enter a number')).toBeVisible()
  await expect(release).toBeDisabled()
  const colours = () => release.evaluate((button) => [getComputedStyle(button).color, getComputedStyle(button).backgroundColor])
  const away = await colours()
  await release.hover({ force: true })
  expect(await release.evaluate((button) => button.matches(':hover'))).toBe(true)
  expect(await colours()).toEqual(away)
})
