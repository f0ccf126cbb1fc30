// The sections of a draft save by themselves where there is a script, and of two editors of one section the second is told.
import type { Page } from '@playwright/test'
import { expectAccessible } from '../../support/accessibility.ts'
import { baton } from '../../support/baton.ts'
import { importContacts } from '../../support/contacts.ts'
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
    await expect(launch).toContainText('09:00 to 20:00')

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

test('what is launched is what stands on the page, and nothing while something there is not saved', async ({
  page, enterAs, somebody, organization, complaints, javaScriptEnabled,
}) => {
  test.skip(javaScriptEnabled === false, 'Without the script nothing is saved before its button is pressed.')
  const draft = ['campaign', 'create', '--organization', String(organization.id), '--title', 'Town hall', '--time-zone', 'America/New_York']
  const id = await baton([...draft, '--script', 'A good script'])
  await enterAs(organization.admin, `/campaigns/${id}`)
  await importContacts(page, 'firstName,lastName,cell\nMaya,Lin,(212) 555-0123\n')
  const launch = cardOf(page, 'Launch')
  const button = launch.getByRole('button', { name: 'Launch' })
  const basics = cardOf(page, 'Title and texting hours')
  await basics.getByLabel('Title').fill('')
  await expect(basics.getByRole('status')).toContainText('Not saved.')
  await expect(launch).toContainText('Not launched: something on this page is not saved yet.')
  await expect(button).toBeDisabled()
  await basics.getByLabel('Title').fill('Town hall')
  await expect(basics.getByRole('status')).toHaveText('Saved.')

  // The server saves it, and nobody hears of that.
  complaints.expect(/ERR_FAILED/)
  let requests = 0
  await page.route('**/api/campaigns/save-script', async (route) => {
    requests += 1
    if (requests === 1) await route.fetch({ maxRedirects: 0 })
    await route.abort()
  })
  const other = await somebody(organization.admin, `/campaigns/${id}`)
  const script = cardOf(page, 'Script and due date')
  await scriptOf(page).fill('A bad script')
  await expect(script.getByRole('status')).toContainText('is tried again.')
  await scriptOf(page).fill('A good script')
  await button.click()
  await expect(launch.getByRole('status')).toContainText('Not launched: something on this page is not saved yet.')
  await page.unroute('**/api/campaigns/save-script')
  await button.click()
  await expect(page.getByRole('status').getByText('The campaign is launched.')).toBeVisible()
  await expect(scriptOf(page)).toHaveValue('A good script')

  // Where it is still open as a draft, it is one no more.
  await scriptOf(other).fill('Half a sen')
  await expect(cardOf(other, 'Script and due date').getByRole('status')).toContainText('Not saved. This campaign is launched.')
  await expect(cardOf(other, 'Launch')).toHaveCount(0)
  await expect(scriptOf(other)).toHaveValue('Half a sen')
})
