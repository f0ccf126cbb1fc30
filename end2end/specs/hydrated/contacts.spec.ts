// The contacts of a campaign after they were uploaded: found, corrected, removed; and a whole upload undone.
import type { Locator, Page } from '@playwright/test'
import { importContacts } from '../../support/contacts.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

const FILE = [
  'firstName,lastName,cell,External ID,polling place',
  'Maya,Lin,(212) 555-0123,VAN-7,Library',
  'Omar,Said,212-555-0124,VAN-8,School',
  'Ada,Byron,213-555-0123,VAN-9,Library',
].join('\n')

const contacts = (page: Page): Locator => page.getByRole('list', { name: 'Contacts' }).getByRole('listitem')

async function search(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name, cell or external id' }).fill(text)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === text)
}

test('contacts are found, corrected and removed, and their upload is undone', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 30, name: 'Zoe Texted' }])
  await enterAs(organization.admin, `/campaigns/${campaign.id}`)
  await importContacts(page, FILE)
  await expect(page.getByRole('heading', { name: '3 contacts added' })).toBeVisible()
  const upload = page.getByRole('list', { name: 'Uploads' }).getByRole('listitem')
  await expect(upload).toContainText(`contacts.csv3 contacts added${organization.admin.name}`)

  await page.getByRole('link', { name: 'Show the contacts' }).click()
  await expect(contacts(page)).toHaveCount(4)
  await expect(contacts(page).filter({ hasText: 'Zoe Texted' })).toContainText('Waits for an answer')
  for (const [text, names] of [['lin', ['Maya Lin']], ['555 0123', ['Maya Lin', 'Ada Byron']], ['van-8', ['Omar Said']], ['+1 (213) 555-0123', ['Ada Byron']]] as const) {
    await search(page, text)
    await expect(contacts(page).getByRole('strong')).toHaveText([...names])
  }
  await search(page, 'nobody')
  await expect(page.getByText('No one found')).toBeVisible()

  await search(page, 'maya')
  await page.getByRole('link', { name: 'Maya Lin' }).click()
  await page.getByLabel('Cell', { exact: true }).fill('213-555-0123')
  await page.getByLabel('Time zone').fill('Mars')
  await page.getByLabel('polling place').fill('Town hall')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('Time zone')).toHaveAccessibleDescription(/There is no such time zone|no time zone/i)
  await expect(page.getByLabel('polling place')).toHaveValue('Town hall')
  await page.getByLabel('Time zone').fill('us/central')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('Cell', { exact: true })).toHaveAccessibleDescription(/on this campaign already/)
  await page.getByLabel('Cell', { exact: true }).fill('212 555 0199')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').getByText('The contact is corrected.')).toBeVisible()
  await expect(page.getByLabel('Time zone')).toHaveValue('America/Chicago')
  await expect(page.getByLabel('Cell', { exact: true })).toHaveValue('+12125550199')
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('status').getByText('The contact is removed.')).toBeVisible()
  await expect(contacts(page)).toHaveCount(3)
  await page.getByRole('link', { name: 'Zoe Texted' }).click()
  await expect(page.getByText('it stays on the campaign')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove' })).toHaveCount(0)

  await page.getByRole('link', { name: 'Contacts' }).click()
  await page.getByRole('link', { name: 'Early vote' }).click()
  await page.getByRole('link', { name: 'Undo the upload' }).click()
  await expect(page.getByText('2 contacts of this upload, whom no one has texted, would be removed.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo the upload' }).click()
  await expect(page.getByRole('status').getByText('The upload is undone.')).toBeVisible()
  await expect(upload).toContainText('undone: 2 contacts removed')
})
