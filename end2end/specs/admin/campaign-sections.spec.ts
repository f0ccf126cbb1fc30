// The sections of a draft save by themselves where there is a script, and of two editors of one section the second is told.
import type { Page } from '@playwright/test'
import { expectAccessible } from '../../support/accessibility.ts'
import { baton, command } from '../../support/baton.ts'
import { expect, test } from '../../support/test.ts'

const scriptOf = (page: Page) => page.getByLabel('Script of the initial message')
const cardOf = (page: Page, name: string) => page.getByRole('region', { name })

test('a draft saves by itself, and the second of two editors chooses between both texts', async ({
  page, context, enterAs, somebody, visit, organization, complaints, javaScriptEnabled,
}) => {
  const id = await baton(['campaign', 'create', '--organization', String(organization.id), '--title', 'Town hall', '--time-zone', 'America/New_York'])
  await enterAs(organization.admin, `/campaigns/${id}`)
  const other = await somebody(organization.admin, `/campaigns/${id}`)
  const hasScript = javaScriptEnabled !== false
  const save = async (of: Page) => {
    if (!hasScript) await of.getByRole('button', { name: 'Save script and due date' }).click()
  }
  const launch = cardOf(page, 'Launch')
  const script = cardOf(page, 'Script and due date')
  await expect(launch).toContainText('No script yet.')
  await scriptOf(page).fill('Hi {firstName|neighbor}!')
  await save(page)
  await expect(script.getByRole('status')).toHaveText('Saved.')
  await expect(launch).not.toContainText('No script yet.')

  if (hasScript) {
    const basics = cardOf(page, 'Title and texting hours')
    const ends = basics.getByLabel('Texting ends')
    await ends.fill('08:00')
    await expect(ends).toHaveAccessibleDescription(/end after they begin/)
    await expect(basics.getByRole('status')).toContainText('Not saved.')
    await expect(ends).toHaveValue('08:00')
    await ends.fill('20:00')
    await expect(basics.getByRole('status')).toHaveText('Saved.')
    await expect(ends).not.toHaveAccessibleDescription(/end after they begin/)
    await expect(launch).toContainText('9:00 AM to 8:00 PM')

    complaints.expect(/ERR_INTERNET_DISCONNECTED/)
    await context.setOffline(true)
    await basics.getByLabel('Title').fill('Town hall meeting')
    await expect(basics.getByRole('status')).toContainText('What you typed stays here, and is tried again.')
    await context.setOffline(false)
    await expect(page.getByRole('heading', { level: 1, name: 'Town hall meeting' })).toBeVisible()
    await expect(basics.getByRole('status')).toHaveText('Saved.')
    // Nobody is asked about what is saved.
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Release history' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Release history' })).toBeVisible()
  }

  const theirs = cardOf(other, 'Script and due date')
  await scriptOf(other).fill('Hello!')
  await save(other)
  await expect(theirs).toContainText('Ada Admin saved this section last')
  await expect(theirs.getByText('Hi {firstName|neighbor}!', { exact: true })).toBeVisible()
  await expect(scriptOf(other)).toHaveValue('Hello!')
  if (hasScript) await expectAccessible(other, 'a section that was overtaken')
  await visit(`/campaigns/${id}`)
  await expect(scriptOf(page)).toHaveValue('Hi {firstName|neighbor}!')
  await theirs.getByRole('button', { name: 'Save mine over theirs' }).click()
  await expect(theirs.getByRole('status')).toHaveText('Saved.')

  // Now the first is the second, and takes theirs.
  await scriptOf(page).fill('Hi there!')
  await save(page)
  await script.getByRole('link', { name: 'Take theirs' }).click()
  await expect(scriptOf(page)).toHaveValue('Hello!')
  await expect(script.getByRole('link', { name: 'Take theirs' })).toHaveCount(0)
})

test('a due date that is typed in part erases no saved one', async ({ page, enterAs, somebody, organization, javaScriptEnabled }) => {
  const hasScript = javaScriptEnabled !== false
  const id = await baton(['campaign', 'create', '--organization', String(organization.id), '--title', 'Town hall', '--time-zone', 'America/New_York'])
  await command(['campaign', 'edit', '--organization', String(organization.id), '--campaign', String(id), '--due-on', '2031-05-01'])
  await enterAs(organization.admin, `/campaigns/${id}`)
  const saved = async () => (await somebody(organization.admin, `/campaigns/${id}`)).getByLabel('Due date', { exact: true }).inputValue()
  const script = cardOf(page, 'Script and due date')
  const due = page.getByLabel('Due date', { exact: true })
  // Its month: the browser says now that there is no date.
  await due.press('Backspace')
  await expect(due).toHaveValue('')
  const sentence = /Enter the whole date, or clear it\./
  if (hasScript) {
    await expect(script.getByRole('status')).toHaveText('Not saved. Enter the whole date, or clear it.')
    await expect(due).toHaveAccessibleDescription(sentence)
    await expectAccessible(page, 'a date that is typed in part')
  }
  await script.getByRole('button', { name: 'Save script and due date' }).click()
  await expect(due).toBeFocused()
  expect(await saved()).toBe('2031-05-01')

  await page.keyboard.type('06')
  await expect(due).toHaveValue('2031-06-01')
  if (hasScript) await expect(due).not.toHaveAccessibleDescription(sentence)
  else await script.getByRole('button', { name: 'Save script and due date' }).click()
  await expect(script.getByRole('status')).toHaveText('Saved.')
  expect(await saved()).toBe('2031-06-01')
  await due.fill('')
  if (!hasScript) await script.getByRole('button', { name: 'Save script and due date' }).click()
  await expect.poll(saved).toBe('')
})
