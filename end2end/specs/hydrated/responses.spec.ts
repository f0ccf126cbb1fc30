// What only a page with a script does of canned responses and of straight quotes.
import { baton } from '../../support/baton.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('curly quotes are made straight, all of them, where that saves a segment', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(ann, `/texts/${maya?.id}`)
  const box = page.getByLabel('Your reply')
  const offer = page.getByRole('button', { name: /straight quotes/ })
  await box.fill('It’s on.')
  await expect(page.getByText('8 characters, 1 segment')).toBeVisible()
  await expect(offer).toBeHidden()
  await box.fill('“It’s on.” '.repeat(10))
  await expect(offer).toHaveText('Use straight quotes, for fewer segments')
  await offer.click()
  await expect(box).toHaveValue('"It\'s on." '.repeat(10))
  await expect(page.getByText('110 characters, 1 segment')).toBeVisible()
  await expect(page.getByText('Draft saved')).toBeVisible()
  await expect(offer).toBeHidden()
})

test('a draft saves its responses by itself, and has room for one more each time', async ({ page, enterAs, visit, organization }) => {
  const draft = ['campaign', 'create', '--organization', String(organization.id), '--title', 'Town hall', '--time-zone', 'America/New_York']
  const id = await baton(draft)
  await enterAs(organization.admin, `/campaigns/${id}`)
  const card = page.getByRole('region', { name: 'Canned responses' })
  const row = (name: string) => card.getByRole('group', { name })
  const titles = () => card.getByLabel('Title').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
  for (const [title, rows] of [['Where', 2], ['When', 3]] as const) {
    await row('New canned response').last().getByLabel('Title').fill(title)
    await row('New canned response').last().getByLabel('Text').fill('At the library.')
    await expect(card.getByLabel('Title')).toHaveCount(rows)
    await expect(card.getByRole('status')).toHaveText('Saved.')
  }
  expect(await titles()).toEqual(['Where', 'When', ''])
  // One that is removed takes none of the others with it.
  await row('New canned response').first().getByText('Remove it when saved').click()
  await expect(card.getByRole('status')).toHaveText('Saved.')
  await row('New canned response').last().getByLabel('Title').fill('Thanks')
  await row('New canned response').last().getByLabel('Text').fill('Thank you!')
  await expect(card.getByLabel('Title')).toHaveCount(4)
  await expect(card.getByRole('status')).toHaveText('Saved.')
  await visit(`/campaigns/${id}`)
  expect(await titles()).toEqual(['When', 'Thanks', ''])
})
