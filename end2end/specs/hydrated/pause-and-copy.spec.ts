// A campaign is paused while somebody types, resumed, and copied.
import { ahead } from '../../support/ahead.ts'
import { received } from '../../support/carrier.ts'
import { listening } from '../../support/hydration.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('a pause refuses what is being typed and keeps it; resumed it goes out', async ({ page, enterAs, somebody, organization, complaints }) => {
  // The send that is refused, and the page that comes after it.
  complaints.expect(/status of 4\d\d .*send/)
  const { admin, ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 5, holder: ann, name: 'Maya Lin' }])
  const home = await somebody(ann, '/texts', 'phone')
  await listening(home)
  const list = await somebody(admin, '/campaigns')
  await listening(list)
  const row = list.getByRole('row', { name: /Early vote/ })
  await expect(row.getByText('Started', { exact: true })).toBeVisible()
  await enterAs(ann, `/texts/${maya?.id}`)
  await page.getByLabel('Your reply').fill('At 12 Main Street.')

  const admins = await somebody(admin, `/campaigns/${campaign.id}`)
  const pause = admins.getByRole('region', { name: 'Pause' })
  await pause.getByRole('button', { name: 'Pause' }).click()
  const confirmation = pause.getByRole('checkbox', { name: /Pause it anyway/ })
  await expect(confirmation).toHaveAccessibleDescription(/One person waits for an answer/)
  await confirmation.check()
  await pause.getByRole('button', { name: 'Pause' }).click()
  await expect(admins.getByRole('status').getByText('The campaign is paused. Nothing on it is sent')).toBeVisible()
  await expect(admins.getByRole('term').filter({ hasText: 'State' }).locator('..')).toContainText('Paused')

  // So does the list of a colleague.
  await expect(row.getByText('Paused', { exact: true })).toBeVisible()

  // The home that is open says so by itself, and offers nothing to send on it.
  const card = home.getByRole('region', { name: 'My campaigns' }).getByRole('listitem')
  await expect(card).toContainText('Paused: nothing can be sent until it is resumed.')
  await expect(card.getByRole('link', { name: '1 reply', exact: true })).toHaveAttribute('href', `/texts/replies?campaign=${campaign.id}`)
  await expect(card.getByRole('link', { name: /Answer replies/ })).toHaveCount(0)
  await expect(home.getByRole('region', { name: '1 reply to answer' }).getByRole('link', { name: /Maya Lin.*Paused: nothing can be sent/ })).toBeVisible()
  await expect(home.getByRole('link', { name: /Answer next/ })).toBeHidden()
  await ahead(page)
  await page.getByRole('button', { name: 'Send' }).click()
  const refusal = 'Your text to Maya Lin was not sent. This campaign is paused. Your text is kept as a draft: send it when the campaign is resumed.'
  await expect(page.getByRole('alert').getByText(refusal)).toBeVisible()
  await page.getByRole('alert').getByRole('link', { name: 'Back to Maya Lin' }).click()
  await expect(page.getByText('This campaign is paused, so nothing can be sent until it is resumed.')).toBeVisible()
  await expect(page.getByLabel('Your reply')).toHaveValue('At 12 Main Street.')
  expect(await received(maya?.cell ?? '')).toEqual([])

  await admins.getByRole('region', { name: 'This campaign is paused' }).getByRole('button', { name: 'Resume' }).click()
  await expect(admins.getByRole('status').getByText('The campaign is resumed.')).toBeVisible()
  await expect(card.getByRole('link', { name: 'Answer replies (1)' })).toBeVisible()
  await expect(row.getByText('Started', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect.poll(() => received(maya?.cell ?? '')).toMatchObject([{ body: 'At 12 Main Street.' }])
})

test('a copy is a draft under its own title, and a second press makes no second one', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 5, name: 'Maya Lin' }])
  await enterAs(organization.admin, `/campaigns/${campaign.id}`)
  const copy = page.getByRole('region', { name: 'Copy', exact: true })
  const title = copy.getByLabel('Title of the copy')
  await expect(title).toHaveValue('Copy of Early vote')
  await title.fill(' ')
  await copy.getByRole('button', { name: 'Copy' }).click()
  await expect(title).toHaveAccessibleDescription(/title/)
  await title.fill('Early vote, second round')
  const form = await copy.locator('form').evaluate((element: HTMLFormElement) => Object.fromEntries(new FormData(element)))
  await copy.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Early vote, second round')
  await expect(page.getByRole('status').getByText('This is the copy, a draft.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Launch' })).toContainText('No contacts yet.')
  const address = new URL(page.url()).pathname
  const headers = { accept: 'text/html', referer: `${process.env.BATON_TEST_URL}/campaigns/${campaign.id}` }
  const again = await page.request.post('/api/campaigns/copy', { form: form as Record<string, string>, headers, maxRedirects: 0 })
  expect(again.headers().location).toContain(address)
})
