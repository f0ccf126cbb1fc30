// A contact wants no more texts: whoever they told records it, whether the conversation is still theirs
// or not.
import type { Page } from '@playwright/test'
import { releaseEverything } from '../../support/release.ts'
import { addReplies, createCampaign, type Reply } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

async function optOut(page: Page, reply: Reply | undefined, next?: Reply) {
  await page.getByText('Opt out', { exact: true }).click()
  await expect(page.getByText('No more texts for this contact?')).toBeVisible()
  await page.getByRole('button', { name: 'Yes, opt out' }).click()
  const notice = `opted_out=${reply?.id}`
  await expect(page).toHaveURL(next ? `/texts/${next.id}?${notice}#latest` : `/texts?${notice}`)
}

test('the holder opts a contact out, and nobody texts them any more', async ({ page, enterAs, visit, organization }) => {
  const { ann } = organization
  const [maya, omar] = await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 90, holder: ann, name: 'Maya Lin' },
    { minutes: 60, holder: ann, name: 'Omar Said' },
  ])
  await enterAs(ann, `/texts/${maya?.id}`)
  await expect(page.getByRole('button', { name: 'Yes, opt out' })).toBeHidden()
  // What waits is next, as after a text.
  await optOut(page, maya, omar)
  const said = 'Maya Lin has opted out. No one in your organization can text them.'
  await expect(page.getByRole('status').getByText(said)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Omar Said')
  await visit('/texts')
  await expect(page.getByRole('heading', { name: '1 reply to answer' })).toBeVisible()
  await expect(page.getByRole('link', { name: /Omar Said/ })).toBeVisible()

  await visit(`/texts/${maya?.id}`)
  await expect(page.getByText('This contact has opted out.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send' })).toHaveCount(0)
  // An address says nothing that is not so.
  await visit(`/texts?opted_out=${omar?.id}`)
  await expect(page.getByRole('heading', { name: '1 reply to answer' })).toBeVisible()
  await expect(page.getByText('has opted out')).toHaveCount(0)
})

test('after it was released, and after another took it', async ({ page, browser, enterAs, somebody, visit, organization }) => {
  const { ann, ben } = organization
  const [maya, omar] = await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 90, holder: ann, name: 'Maya Lin' },
    { minutes: 60, holder: ann, name: 'Omar Said' },
  ])
  await releaseEverything(browser, organization)
  const bens = await somebody(ben, '/texts')
  await bens.getByLabel('How many?').fill('1')
  await bens.getByRole('button', { name: 'Request more texts' }).click()
  await expect(bens.getByRole('link', { name: /Maya Lin/ })).toBeVisible()

  await enterAs(ann, `/texts/${omar?.id}`)
  await expect(page.getByText('No one has taken it yet')).toBeVisible()
  await optOut(page, omar)
  await expect(page.getByText('Omar Said has opted out.')).toBeVisible()
  await visit(`/texts/${maya?.id}`)
  await expect(page.getByText('Ben Texter has it now')).toBeVisible()
  await optOut(page, maya)
  await expect(page.getByText('Maya Lin has opted out.')).toBeVisible()
  await visit('/texts', bens)
  await expect(bens.getByText('Nothing to answer')).toBeVisible()
})
