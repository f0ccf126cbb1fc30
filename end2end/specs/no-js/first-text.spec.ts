// A key that is held down, or a second click, sends one first text without a script too: the next page does not focus its
// button, and the server knows what it has sent.
import { received } from '../../support/carrier.ts'
import { addFirstTexts } from '../../support/first-texts.ts'
import { createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('Enter that is held sends to one person', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const unsent = ['Ada One', 'Bea Two'].map((name) => ({ name, holder: ann }))
  const [ada, bea] = await addFirstTexts(await createCampaign(organization, 'Early vote'), 'Hello {firstName}', unsent)
  await enterAs(ann, `/texts/${ada?.id}`)
  await page.getByRole('button', { name: 'Send' }).focus()
  await page.keyboard.down('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bea Two')
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(page.getByRole('button', { name: 'Send' })).not.toBeFocused()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bea Two')
  await expect.poll(() => received(ada?.cell ?? '')).toHaveLength(1)
  expect(await received(bea?.cell ?? '')).toEqual([])
})

test('a double click on Send sends to one person', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const unsent = ['Ada One', 'Bea Two'].map((name) => ({ name, holder: ann }))
  const [ada, bea] = await addFirstTexts(await createCampaign(organization, 'Early vote'), 'Hello {firstName}', unsent)
  await enterAs(ann, `/texts/${ada?.id}`)
  await page.getByRole('button', { name: 'Send' }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bea Two')
  await expect(page.getByRole('status').getByText('Your initial message was sent.')).toBeVisible()
  await expect.poll(() => received(ada?.cell ?? '')).toHaveLength(1)
  await page.goto(`/texts/${ada?.id}`)
  await expect(page.getByRole('article')).toHaveCount(1)
  expect(await received(bea?.cell ?? '')).toEqual([])
})
