// Pages that are left while something is asked for: the answer comes to another page, and ends nothing there.
import type { Page } from '@playwright/test'
import { follow } from '../../../support/documents.ts'
import { holdAnswer } from '../../../support/late.ts'
import { addReplies, createCampaign } from '../../../support/replies.ts'
import { expect, test } from '../../../support/test.ts'

/** Presses a button, and leaves its page before the answer is there. What the program complains of then fails the test. */
async function leave(page: Page, path: string, press: () => Promise<void>) {
  const held = await holdAnswer(page, path)
  await press()
  await held.read
  await follow(page, '/account')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account')
  await held.deliver()
}

test('the page of a request for texts', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 90, name: 'Maya Lin' }])
  await enterAs(organization.ann, '/texts')
  const request = page.getByRole('button', { name: 'Request more texts' })
  await leave(page, '/api/requests/create', () => request.click())
  await follow(page, '/texts')
  await expect(page.getByRole('link', { name: /Maya Lin/ }).first()).toBeVisible()
  await page.getByRole('link', { name: 'Release my replies' }).click()
  await leave(page, '/api/releases/mine', () => page.getByRole('button', { name: 'Release my replies' }).click())
  await follow(page, '/texts')
  await expect(page.getByText('General: 1 reply')).toBeVisible()
})

test('the window of Autoassign Mode while it is read, and while it is saved', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  const path = `/campaigns/${campaign.id}`
  await enterAs(organization.admin, path)
  const open = page.getByRole('link', { name: 'Autoassign Mode' })
  await leave(page, '/api/campaigns/get-autoassign', () => open.click())
  await follow(page, path)
  await open.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('switch', { name: /^Auto-release/ }).check()
  await leave(page, '/api/campaigns/save-autoassign', () => dialog.getByRole('button', { name: 'Save' }).click())
})
