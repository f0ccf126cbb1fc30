// Whatever a contact is called, writes, or brings along is text: as the server renders it, and after
// the islands have woken. Scripts, dialogs and refusals of the policy would be complaints.
import type { Locator } from '@playwright/test'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

const hostile = (where: string) => `</textarea></title><script>alert('${where}')</script><img src=x onerror=alert('${where}')>`

test('in a name, a message, a custom field and a campaign’s title', async ({ page, enterAs, visit, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, hostile('title'))
  const reply = { minutes: 90, holder: ann, name: `Bobby ${hostile('name')}`, text: hostile('message') }
  const [bobby] = await addReplies(campaign, [{ ...reply, fields: { [hostile('field')]: hostile('value') } }])

  await enterAs(ann, '/texts')
  const card = page.getByRole('region', { name: /to answer/ }).getByRole('listitem').getByRole('link')
  for (const where of ['title', 'name', 'message']) await shownAsText(card, hostile(where))

  await visit(`/texts/${bobby?.id}`)
  await expect(page).toHaveTitle(`Bobby ${hostile('name')} · Baton`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Bobby ${hostile('name')}`)
  await page.getByText('About', { exact: true }).click()
  for (const where of ['title', 'name', 'message', 'field', 'value']) await shownAsText(page.getByRole('main'), hostile(where))
  await expect(page.locator('img')).toHaveCount(0)

  // Nothing of her page is under way when another session begins.
  await page.goto('about:blank')
  await page.context().clearCookies()
  await enterAs(organization.admin, '/campaigns')
  await shownAsText(page.getByRole('main'), hostile('title'))
  await visit(`/campaigns/${campaign.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(hostile('title'))
  await expect(page.locator('img')).toHaveCount(0)
})

test('in a draft, which ends no text box', async ({ page, enterAs, visit, organization }) => {
  const { ann } = organization
  const draft = `${hostile('draft')}\n\n &amp; "more"`
  const [bobby] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(ann, '/texts')
  const saved = await page.request.post('/api/conversations/save-draft', { form: { conversation: bobby?.id ?? 0, body: draft } })
  expect(saved.ok(), await saved.text()).toBe(true)
  await visit(`/texts/${bobby?.id}`)
  await expect(page.getByLabel('Your reply')).toHaveValue(draft)
  await expect(page.locator('img')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Send' })).toBeVisible()
})

async function shownAsText(element: Locator, text: string) {
  await expect(element).toContainText(text)
}
