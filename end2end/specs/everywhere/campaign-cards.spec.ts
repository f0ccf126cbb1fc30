// A texter's campaigns: what is to be done on each, what waits longest first.
import { at } from '../../support/address.ts'
import { addFirstTexts } from '../../support/first-texts.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('each campaign has a card that leads to what is to be done on it', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const bond = await createCampaign(organization, 'Library bond')
  const vote = await createCampaign(organization, 'Early vote')
  const [kim] = await addFirstTexts(bond, 'Hi {firstName}!', [{ holder: ann, name: 'Kim Park' }, { holder: ann, name: 'Ed Low' }])
  await addReplies(bond, [{ minutes: 10, holder: ann, name: 'Lee Wong' }])
  const [, oldest] = await addReplies(vote, [{ minutes: 30, holder: ann, name: 'Maya Lin' }, { minutes: 400, holder: ann, name: 'Omar Said' }])
  await enterAs(ann, '/texts')
  const cards = page.getByRole('region', { name: 'My campaigns' }).getByRole('listitem')
  await expect(cards).toContainText([/Early vote.*6 h.*2 replies/, /Library bond.*10 min.*2 initial messages.*1 reply/])

  await cards.filter({ hasText: 'Early vote' }).getByRole('link', { name: '2 replies' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Replies to answer on Early vote')
  await expect(page.getByRole('main').getByRole('listitem')).toContainText([/Omar Said/, /Maya Lin/])
  await page.goto('/texts')

  await cards.filter({ hasText: 'Early vote' }).getByRole('link', { name: 'Answer replies (2)' }).click()
  await expect(page).toHaveURL(at(`/texts/${oldest?.id}`))
  await page.goto('/texts')
  await page.getByRole('link', { name: 'Send initial messages (2)' }).click()
  await expect(page).toHaveURL(at(`/texts/${kim?.id}`))
})

test('who holds nothing has no cards', async ({ page, enterAs, organization }) => {
  await createCampaign(organization, 'Early vote')
  await enterAs(organization.ann, '/texts')
  await expect(page.getByText('Nothing to answer')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'My campaigns' })).toBeHidden()
})

test('a card of something that is done meanwhile leads home', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.ann, `/texts/next?campaign=${campaign.id}&kind=initials`)
  await expect(page).toHaveURL('/texts')
})
