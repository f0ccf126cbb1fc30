// Autoassign Mode: two switches and an interval, and nobody's save is overwritten without a word.
import type { Page } from '@playwright/test'
import { expectAccessible } from '../../support/accessibility.ts'
import { choose } from '../../support/release-form.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('an admin switches auto-release on, and reads what it does', async ({ page, enterAs, visit, organization, javaScriptEnabled }) => {
  const live = javaScriptEnabled !== false
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, '/campaigns')
  await expect(page.getByRole('row', { name: /Early vote/ }).getByText(/^Auto-release/)).toBeHidden()
  const form = await choose(page, 'Early vote', 'Autoassign Mode', live)
  await expect(form.getByRole('switch', { name: /^Auto-assign/ })).toBeChecked()
  const release = form.getByRole('switch', { name: /^Auto-release/ })
  await expect(release).not.toBeChecked()
  await expect(form.getByRole('group', { name: 'Waiting for at least' })).toBeHidden()
  await release.check()
  await expect(form.getByRole('radio', { name: '30 min' })).toBeChecked()
  await form.getByRole('radio', { name: '2 h' }).check()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').getByText(/[Ss]aved\.$/)).toBeVisible()

  await visit(`/campaigns/${campaign.id}`)
  await expect(page.getByText('replies that are not handled within 2 hours are released automatically')).toBeVisible()
  await visit('/campaigns')
  await expect(page.getByRole('row', { name: /Early vote/ })).toContainText('Auto-release on')
})

test('paused, it says why', async ({ page, enterAs, visit, organization, javaScriptEnabled }) => {
  const campaign = await createCampaign(organization, 'By hand', false)
  await enterAs(organization.admin, '/campaigns')
  const form = await choose(page, 'By hand', 'Autoassign Mode', javaScriptEnabled !== false)
  await form.getByRole('switch', { name: /^Auto-release/ }).check()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').getByText(/[Ss]aved\.$/)).toBeVisible()
  for (const path of ['/campaigns', `/campaigns/${campaign.id}`, `/campaigns/${campaign.id}/autoassign`]) {
    await visit(path)
    await expect(page.getByRole('main')).toContainText('Auto-release paused Auto-assign is off.')
  }
})

test('before it is saved it says what it would release and what keeps replies back, and so do page and row until that is mended', async ({ page, enterAs, visit, organization, javaScriptEnabled }) => {
  const live = javaScriptEnabled !== false
  const campaign = await createCampaign(organization, 'Early vote', false)
  await addReplies(campaign, [20, 90].map((minutes) => ({ minutes, holder: organization.ann })))
  await enterAs(organization.admin, '/assignment')
  const requests = page.getByRole('switch', { name: /^Requests enabled/ })
  await requests.uncheck()
  await page.getByLabel('Message while requests are disabled').fill('Back at ten.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Assignment Control is saved.')).toBeVisible()

  await visit('/campaigns')
  const row = page.getByRole('row', { name: /Early vote/ })
  await expect(row.getByText('Auto-assign off', { exact: true })).toBeVisible()
  await expect(row.getByText(/requests are disabled/)).toBeHidden()
  const form = await choose(page, 'Early vote', 'Autoassign Mode', live)
  await form.getByRole('switch', { name: /^Auto-assign/ }).check()
  await form.getByRole('switch', { name: /^Auto-release/ }).check()
  await form.getByRole('radio', { name: '1 h', exact: true }).check()
  // The window follows its fields by itself.
  const update = async () => {
    if (!live) await form.getByRole('button', { name: 'Update the preview' }).click()
  }
  await update()
  const preview = form.getByRole('region', { name: live ? 'Preview' : 'With these settings now' })
  await expect(preview).toContainText('These settings are not saved yet.')
  await expect(preview).toContainText('1 reply on 1 campaign would go back to the pool.')
  await expect(preview).toContainText('Requests are disabled for your organization.')
  await form.getByRole('radio', { name: '15 min' }).check()
  await update()
  await expect(preview).toContainText('2 replies on 1 campaign would go back to the pool.')
  await expect(page.getByRole('radio', { name: '15 min' })).toBeChecked()
  await expect(page.getByRole('switch', { name: /^Auto-assign/ })).toBeChecked()
  if (live) await expectAccessible(page, 'Autoassign Mode, previewed')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByText(live ? 'Saved.' : 'Autoassign Mode is saved.', { exact: true })).toBeVisible()
  if (live) await expect(preview).not.toContainText('These settings are not saved yet.')

  await visit(`/campaigns/${campaign.id}`)
  const card = page.getByRole('region', { name: 'Autoassign Mode' })
  await expect(card).toContainText('not handled within 15 minutes')
  await visit('/campaigns')
  await expect(row.getByText('No one can request its replies: requests are disabled')).toBeVisible()
  await visit(`/campaigns/${campaign.id}`)
  await expect(card.getByText('Requests are disabled for your organization.')).toBeVisible()
  await card.getByRole('link', { name: 'Assignment Control' }).click()
  await requests.check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Assignment Control is saved.')).toBeVisible()
  await visit(`/campaigns/${campaign.id}`)
  await expect(card).toContainText('Auto-release on')
  await expect(card.getByText('Requests are disabled for your organization.')).toBeHidden()
})

const formOf = (page: Page, live: boolean) => (live ? page.getByRole('dialog') : page.getByRole('main'))

test('who saves second is told, and sees what the first has saved', async ({ page, enterAs, somebody, organization, complaints, javaScriptEnabled }) => {
  complaints.expect(/status of 409/)
  const live = javaScriptEnabled !== false
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, `/campaigns/${campaign.id}`)
  const second = await somebody(organization.admin, `/campaigns/${campaign.id}`)
  for (const one of [page, second]) {
    await one.getByRole('link', { name: 'Autoassign Mode' }).click()
    await expect(formOf(one, live).getByRole('switch', { name: /^Auto-assign/ })).toBeVisible()
  }
  const mine = formOf(page, live)
  await mine.getByRole('switch', { name: /^Auto-release/ }).check()
  await mine.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').getByText(/[Ss]aved\.$/)).toBeVisible()

  const theirs = formOf(second, live)
  await theirs.getByRole('switch', { name: /^Auto-assign/ }).uncheck()
  await theirs.getByRole('button', { name: 'Save' }).click()
  await expect(theirs.getByRole('alert').getByText('Someone else saved these settings while you had them open')).toBeVisible()
  // Without WASM the page has come anew, with what is saved.
  if (live) await theirs.getByRole('button', { name: 'Load their settings' }).click()
  await expect(theirs.getByRole('switch', { name: /^Auto-assign/ })).toBeChecked()
  await expect(theirs.getByRole('switch', { name: /^Auto-release/ })).toBeChecked()
  await theirs.getByRole('switch', { name: /^Auto-assign/ }).uncheck()
  await theirs.getByRole('button', { name: 'Save' }).click()
  await expect(second.getByRole('status').getByText(/[Ss]aved\.$/)).toBeVisible()
})

test('an interval that is none is refused with a sentence', async ({ page, enterAs, organization, complaints, javaScriptEnabled }) => {
  complaints.expect(/status of 4\d\d/)
  const live = javaScriptEnabled !== false
  await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, '/campaigns')
  const form = await choose(page, 'Early vote', 'Autoassign Mode', live)
  await form.getByRole('switch', { name: /^Auto-assign/ }).uncheck()
  await form.getByRole('switch', { name: /^Auto-release/ }).check()
  await form.getByRole('radio', { name: 'Custom' }).check()
  await form.getByLabel('Custom interval').fill('0')
  await form.getByLabel('Unit').selectOption('minutes')
  if (live) await expect(form.getByRole('button', { name: 'Save' })).toBeDisabled()
  else await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('alert').getByText('The shortest interval is 5 minutes.')).toBeVisible()
  // What was filled in stands, to be put right.
  await expect(form.getByRole('switch', { name: /^Auto-assign/ })).not.toBeChecked()
  await expect(form.getByRole('switch', { name: /^Auto-release/ })).toBeChecked()
  await expect(form.getByRole('radio', { name: 'Custom' })).toBeChecked()
  await expect(form.getByLabel('Custom interval')).toHaveValue('0')
  await expect(form.getByLabel('Unit')).toHaveValue('minutes')
  await form.getByLabel('Custom interval').fill('45')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').getByText(/[Ss]aved\.$/)).toBeVisible()
})
