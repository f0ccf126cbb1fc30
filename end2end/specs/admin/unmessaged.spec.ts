// Contacts whom nobody has messaged are deleted, once the campaign's title is typed, and nobody else.
import { received } from '../../support/carrier.ts'
import { addFirstTexts } from '../../support/first-texts.ts'
import { openMenu, pressItem } from '../../support/menu.ts'
import { createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('unmessaged contacts are counted and deleted after the title is typed, and their texter loses them', async ({
  page, enterAs, somebody, visit, organization, javaScriptEnabled,
}) => {
  const { admin, ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addFirstTexts(campaign, 'Hi {firstName}, will you vote?', [
    { holder: ann, name: 'Maya Lin' },
    { holder: ann, name: 'Omar Said' },
    { name: 'Zoe Ray' },
  ])
  const anns = await somebody(ann, `/texts/next?campaign=${campaign.id}&kind=initials`)
  await expect(anns.getByRole('heading', { level: 1 })).toHaveText('Maya Lin')
  await anns.getByRole('button', { name: 'Send' }).click()
  await expect.poll(() => received(maya?.cell ?? '')).toHaveLength(1)
  await visit('/texts', anns)
  const initials = anns.getByRole('link', { name: 'Send initial messages' })
  await expect(initials).toHaveText('Send initial messages (1)')

  await enterAs(admin, '/campaigns')
  await openMenu(page, 'Early vote')
  await pressItem(page.getByRole('link', { name: 'Delete unmessaged contacts' }))
  const counted = page.getByText('2 contacts have not been messaged and would be deleted.')
  await expect(counted).toBeVisible()
  await expect(page.getByText('1 of them is an initial message that a texter has now')).toBeVisible()
  await expect(page.getByText('1 contact was messaged, or wrote, and stays.')).toBeVisible()
  const title = page.getByLabel('The campaign’s title')
  await title.fill('Late vote')
  await page.getByRole('button', { name: 'Delete contacts' }).click()
  await expect(page.getByText('No one was deleted. Type the campaign’s title, “Early vote”, to delete them.')).toBeVisible()
  await expect(title).toHaveValue('Late vote')
  await expect(counted).toBeVisible()
  await expect(initials).toHaveText('Send initial messages (1)')

  await title.fill('early vote')
  await page.getByRole('button', { name: 'Delete contacts' }).click()
  await expect(page.getByRole('status').getByText('2 unmessaged contacts were deleted.')).toBeVisible()
  await expect(page.getByText('There is no one to delete: everyone on this campaign was messaged, or wrote.')).toBeVisible()
  await expect(title).toHaveCount(0)
  if (javaScriptEnabled === false) await visit('/texts', anns)
  await expect(initials).toHaveCount(0)
  await visit(`/campaigns/${campaign.id}/contacts`)
  await expect(page.getByRole('list', { name: 'Contacts' }).getByRole('listitem')).toHaveText([/Maya Lin/])
})
