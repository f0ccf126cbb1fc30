// A key that is held down, a second click, or the way back and Send again sends one first text without a script too: the next
// page does not focus its button, the server knows what it has sent, and the browser puts nothing back into the box.
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

test('who goes back after a text finds the box empty, and Send sends nothing again', async ({ page, enterAs, organization, complaints }) => {
  // There is nothing to be sent.
  complaints.expect(/status of 4\d\d .*send/)
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [ada] = await addFirstTexts(campaign, 'Hello {firstName}', [{ name: 'Ada One', holder: ann }])
  await enterAs(ann, `/texts/${ada?.id}`)
  await page.getByLabel('Your initial message').fill('Dear Ada, will you vote?')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page).toHaveURL('/texts?sent=first')
  await page.goBack()
  await expect(page.getByRole('article')).toHaveText([/Dear Ada, will you vote\?/])
  await expect(page.getByLabel('Your reply')).toHaveValue('')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('alert').getByText('Write a text before you send it.')).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect.poll(() => received(ada?.cell ?? '')).toMatchObject([{ body: 'Dear Ada, will you vote?' }])
})
