// The list of campaigns, awake: its rows, their menus, and those that are chosen.
import type { Page } from '@playwright/test'
import { expectAccessible } from '../../support/accessibility.ts'
import { openMenu, pressItem } from '../../support/menu.ts'
import { addReplies, createCampaign, createDraft } from '../../support/replies.ts'
import { createTeam } from '../../support/setup.ts'
import { expect, test } from '../../support/test.ts'

const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) })
const titles = (page: Page) => page.getByRole('rowheader').getByRole('link')

test('chosen rows are changed together, each by its own rule', async ({ page, enterAs, organization }) => {
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: organization.ann }])
  await createCampaign(organization, 'By mail')
  await createDraft(organization, 'Library bond')
  await enterAs(organization.admin, '/campaigns')
  const bar = page.getByRole('form', { name: 'Chosen campaigns' })
  await expect(bar.getByRole('button', { name: 'Archive' })).toBeHidden()
  await page.getByRole('checkbox', { name: 'Choose By mail' }).check()
  await expect(bar.getByRole('button', { name: 'Archive' })).toBeInViewport()
  await bar.getByRole('link', { name: 'Choose none' }).click()
  await expect(page.getByRole('checkbox', { name: 'Choose By mail' })).not.toBeChecked()
  await bar.getByRole('link', { name: 'Choose all 2 on this page' }).click()
  await expect(page.getByRole('checkbox', { name: 'Choose Early vote' })).toBeChecked()
  await bar.getByRole('button', { name: 'Archive' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Archive 2 campaigns' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Early vote' })).toContainText('1 person waits for an answer.')
  await page.getByRole('button', { name: 'Archive' }).click()
  await expect(page.getByRole('status').getByText('1 campaign was archived.')).toContainText('Not archived, because people wait for an answer: Early vote.')
  await expect(titles(page)).toHaveText(['Early vote'])
  const tabs = page.getByRole('navigation', { name: 'Which campaigns' })
  await tabs.getByRole('link', { name: 'Archived · 1' }).click()
  await expect(titles(page)).toHaveText(['By mail'])
  await openMenu(page, 'By mail')
  await pressItem(page.getByRole('button', { name: 'Unarchive' }))
  await expect(page.getByRole('status').getByText('The campaign is unarchived')).toBeVisible()
})

test('a menu offers what its row is not, also after the window and others changed it', async ({ page, enterAs, organization }) => {
  await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, '/campaigns?sort=newest')
  const [on, off] = ['Turn auto-assign on', 'Turn auto-assign off'].map((name) => page.getByRole('button', { name }))
  await openMenu(page, 'Early vote')
  await expect(on!).toBeHidden()
  await pressItem(off!)
  await expect(page.getByRole('status').getByText('Auto-assign was turned off for 1 campaign.')).toBeVisible()
  await expect(page).toHaveURL(/sort=newest/)
  await expect(rowOf(page, 'Early vote')).toContainText('Auto-assign off')
  await openMenu(page, 'Early vote')
  await expect(off!).toBeHidden()
  await expect(on!).toBeVisible()
  // By the window, which opens over the same page.
  await pressItem(page.getByRole('link', { name: 'Autoassign Mode' }))
  const dialog = page.getByRole('dialog', { name: 'Autoassign Mode' })
  await dialog.getByRole('switch', { name: /^Auto-assign/ }).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Saved.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await openMenu(page, 'Early vote')
  await expect(off!).toBeVisible()
})

test('rows name their teams and due date, and stay where they are while they change', async ({ page, enterAs, visit, organization, viewport }) => {
  const { admin, ann } = organization
  const early = await createCampaign(organization, 'Early vote')
  const mail = await createCampaign(organization, 'By mail')
  await addReplies(early, [{ minutes: 90, holder: ann }])
  await enterAs(admin, `/campaigns/${mail.id}`)
  await page.getByLabel('Script of the initial message').fill('Hi {firstName}')
  await page.getByLabel('Due date', { exact: true }).fill('2031-05-01')
  await page.getByRole('button', { name: 'Save script and due date' }).click()
  await expect(page.getByRole('status').getByText('Script and due date are saved.')).toBeVisible()
  await createTeam(page, 'Legal')
  await visit(`/campaigns/${mail.id}`)
  const teams = page.getByRole('region', { name: 'Restricted to teams' })
  await teams.getByRole('checkbox', { name: /^Legal/ }).check()
  await teams.getByRole('button', { name: 'Save teams' }).click()
  await expect(page.getByRole('status').getByText('The teams are saved.')).toBeVisible()
  await visit('/campaigns')
  await expect(titles(page)).toHaveText(['Early vote', 'By mail'])
  await expect(rowOf(page, 'By mail')).toContainText('Due May 1, 2031')
  await expect(rowOf(page, 'By mail')).toContainText('Legal')
  if ((viewport?.width ?? 0) > 1000) expect((await rowOf(page, 'By mail').boundingBox())?.height).toBeLessThanOrEqual(64)
  await expectAccessible(page, 'campaigns with teams and due dates')
  // By mail has the longer wait now, and stays below.
  await addReplies(mail, [{ minutes: 300 }])
  await expect(rowOf(page, 'By mail').getByRole('cell').nth(3)).toHaveText('1')
  await expect(titles(page)).toHaveText(['Early vote', 'By mail'])
  await page.getByRole('search').getByRole('button', { name: 'Search' }).click()
  await expect(titles(page)).toHaveText(['By mail', 'Early vote'])
})

test('Autoassign Mode of chosen campaigns says what it would release on each', async ({ page, enterAs, organization }) => {
  await addReplies(await createCampaign(organization, 'Early vote'), [20, 90].map((minutes) => ({ minutes, holder: organization.ann })))
  await createCampaign(organization, 'By mail')
  await enterAs(organization.admin, '/campaigns?chosen=all')
  await page.getByRole('form', { name: 'Chosen campaigns' }).getByRole('button', { name: 'Autoassign Mode' }).click()
  await expect(page.getByRole('main')).toContainText('Auto-release is off: no replies would be released automatically.')
  await page.getByRole('switch', { name: /^Auto-release/ }).check()
  for (const [interval, sentence] of [['1 h', '1 reply on 1 campaign would go back'], ['15 min', '2 replies on 1 campaign would go back']] as const) {
    await page.getByRole('radio', { name: interval, exact: true }).check()
    await page.getByRole('button', { name: 'Update the preview' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Early vote' })).toContainText(sentence)
    await expect(page.getByRole('listitem').filter({ hasText: 'By mail' })).toContainText('No replies')
    await expect(page.getByRole('radio', { name: interval, exact: true })).toBeChecked()
  }
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(rowOf(page, 'By mail')).toContainText('Auto-release on')
})
