// A texter reads what was said and answers; the answer leaves the house.
import { at, atNextAfterSent } from '../../support/address.ts'
import { received } from '../../support/carrier.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('a texter reads, answers, and comes to the next who waits', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const [maya, omar] = await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 200, holder: ann, name: 'Maya Lin', text: 'Where do I vote?', fields: { county: 'Kings' } },
    { minutes: 90, holder: ann, name: 'Omar Said', text: 'Until when?' },
  ])
  await enterAs(ann, '/texts')
  await page.getByRole('link', { name: /Maya Lin.*Where do I vote\?/ }).click()

  await expect(page).toHaveURL(at(`/texts/${maya?.id}`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maya Lin')
  await expect(page.getByRole('log').getByRole('article')).toContainText(['will you vote early?', 'Where do I vote?'])
  await page.getByText('About', { exact: true }).click()
  await expect(page.getByRole('term').filter({ hasText: 'county' })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: 'Kings' })).toBeVisible()
  // On a phone the sheet lies over the box.
  await page.keyboard.press('Escape')

  await page.getByLabel('Your reply').fill('At 12 Main Street.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page).toHaveURL(atNextAfterSent(omar?.id))
  await expect(page.getByRole('status').getByText('Your reply was sent.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Omar Said')
  await expect.poll(() => received(maya?.cell ?? '')).toMatchObject([{ from: organization.number, body: 'At 12 Main Street.' }])

  await page.goto(`/texts/${maya?.id}`)
  await expect(page.getByRole('log').getByRole('article').last()).toContainText(/At 12 Main Street\.\s*Ann Texter/)
})

test('after the last one the texter is back at their texts', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(ann, `/texts/${maya?.id}`)
  await page.getByLabel('Your reply').fill('Yes.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page).toHaveURL('/texts?sent=1')
  await expect(page.getByRole('status').getByText('Your reply was sent.')).toBeVisible()
  await expect(page.getByText('Nothing to answer')).toBeVisible()
})

test('nothing is not sent', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/status of 4\d\d .*send/)
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(ann, `/texts/${maya?.id}`)
  await page.getByLabel('Your reply').fill('   ')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('alert').getByText('Write a text before you send it.')).toBeVisible()
  expect(await received(maya?.cell ?? '')).toEqual([])
})
