// What is launched is what stands on the page, where its sections save by themselves.
import type { Page } from '@playwright/test'
import { baton } from '../../support/baton.ts'
import { importContacts } from '../../support/contacts.ts'
import { expect, test } from '../../support/test.ts'

const scriptOf = (page: Page) => page.getByLabel('Script of the initial message')
const cardOf = (page: Page, name: string) => page.getByRole('region', { name })

test('what another admin saved meanwhile is shown before it is launched', async ({ page, enterAs, somebody, organization }) => {
  const draft = ['campaign', 'create', '--organization', String(organization.id), '--title', 'Town hall', '--time-zone', 'America/New_York']
  const id = await baton([...draft, '--script', 'My script'])
  await enterAs(organization.admin, `/campaigns/${id}`)
  await importContacts(page, 'firstName,lastName,cell\nMaya,Lin,(212) 555-0123\n')
  await expect(page.getByRole('heading', { name: '1 contact added' })).toBeVisible()
  const other = await somebody(organization.admin, `/campaigns/${id}`)
  await scriptOf(other).fill('Their script')
  await expect(cardOf(other, 'Script and due date').getByRole('status')).toHaveText('Saved.')
  // What is saved here says nothing of what was saved there.
  const basics = cardOf(page, 'Title and texting hours')
  await basics.getByLabel('Title').fill('Town hall, again')
  await expect(basics.getByRole('status')).toHaveText('Saved.')
  await expect(scriptOf(page)).toHaveValue('My script')
  const button = cardOf(page, 'Launch').getByRole('button', { name: 'Launch' })
  await button.click()
  await expect(page.getByRole('alert')).toContainText('Not launched: someone else changed this campaign while you had it open.')
  await expect(scriptOf(page)).toHaveValue('Their script')
  await button.click()
  await expect(page.getByRole('status').getByText('The campaign is launched.')).toBeVisible()
})

test('what is launched is what stands on the page, and nothing while something there is not saved', async ({
  page, enterAs, somebody, organization, complaints,
}) => {
  const draft = ['campaign', 'create', '--organization', String(organization.id), '--title', 'Town hall', '--time-zone', 'America/New_York']
  const id = await baton([...draft, '--script', 'A good script'])
  await enterAs(organization.admin, `/campaigns/${id}`)
  await importContacts(page, 'firstName,lastName,cell\nMaya,Lin,(212) 555-0123\n')
  await expect(page.getByRole('heading', { name: '1 contact added' })).toBeVisible()
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
  await page.route('**/api/campaigns/save-script?*', async (route) => {
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
  await page.unroute('**/api/campaigns/save-script?*')
  await button.click()
  await expect(page.getByRole('status').getByText('The campaign is launched.')).toBeVisible()
  await expect(scriptOf(page)).toHaveValue('A good script')

  // Where it is still open as a draft, it is one no more.
  await scriptOf(other).fill('Half a sen')
  await expect(cardOf(other, 'Script and due date').getByRole('status')).toContainText('Not saved. This campaign is launched.')
  await expect(cardOf(other, 'Launch')).toHaveCount(0)
  await expect(scriptOf(other)).toHaveValue('Half a sen')
})
