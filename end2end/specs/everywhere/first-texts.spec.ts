// A texter sends the first texts that they hold, one press at a time.
import { received } from '../../support/carrier.ts'
import { addFirstTexts } from '../../support/first-texts.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

const script = 'Hi {firstName}, {texterFirstName} here: can you vote at {site}?'

test('first texts go out one press of Enter each, and then come the replies', async ({ page, enterAs, organization, javaScriptEnabled }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const names = ['Maya Lin', 'Omar Said', 'Kim Park']
  const unsent = await addFirstTexts(campaign, script, names.map((name) => ({ holder: ann, name, fields: { site: 'City Hall' } })))
  const [reply] = await addReplies(campaign, [{ minutes: 30, holder: ann, name: 'Lee Wong' }])
  await enterAs(ann, '/texts')
  await page.getByRole('link', { name: 'Send initial messages (3)' }).click()

  for (const name of names) {
    const [first] = name.split(' ')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await expect(page.getByLabel('Your initial message')).toHaveValue(`Hi ${first}, Ann here: can you vote at City Hall?`)
    // Without a script a key that is held down could not be told from a press: the button is not focused for them.
    if (javaScriptEnabled === false) await page.getByRole('button', { name: 'Send' }).focus()
    await expect(page.getByRole('button', { name: 'Send' })).toBeFocused()
    // Not at once: it could be meant for the one before.
    await expect(page.getByRole('button', { name: 'Send' })).toBeEnabled()
    await page.keyboard.press('Enter')
  }
  await expect(page).toHaveURL(new RegExp(`/texts/${reply?.id}`))
  await expect(page.getByRole('status').getByText('Your initial message was sent.')).toBeVisible()
  for (const [index, { cell }] of unsent.entries()) {
    const body = `Hi ${names[index]?.split(' ')[0]}, Ann here: can you vote at City Hall?`
    await expect.poll(() => received(cell)).toMatchObject([{ body }])
  }
})

test('a first text can be changed before it goes out', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addFirstTexts(campaign, script, [{ holder: ann, name: 'Maya Lin', fields: { site: 'City Hall' } }])
  await enterAs(ann, `/texts/${maya?.id}`)
  await page.getByLabel('Your initial message').fill('Dear Maya, will you vote?')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page).toHaveURL('/texts?sent=first')
  await expect.poll(() => received(maya?.cell ?? '')).toMatchObject([{ body: 'Dear Maya, will you vote?' }])
  await expect(page.getByRole('listitem').filter({ hasText: 'Early vote' })).toContainText('1 past')
  await expect(page.getByRole('link', { name: /Send initial messages/ })).toHaveCount(0)
})

test('who comes back to one that was sent sends no second one by the first page', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addFirstTexts(campaign, script, [{ holder: ann, name: 'Maya Lin' }])
  await enterAs(ann, `/texts/${maya?.id}`)
  const form = { conversation: maya?.id ?? 0, lease_epoch: 0, first: true, body: 'Hi' }
  for (const _ of ['one press', 'and another']) {
    const answer = await page.request.post('/api/conversations/send', { form, maxRedirects: 0, headers: { accept: 'text/html' } })
    expect(answer.headers().location).toBe('/texts?sent=first')
  }
  // Nor other words, by a page of which its epoch was spent.
  const other = { ...form, body: 'Other words' }
  const refused = await page.request.post('/api/conversations/send', { form: other, maxRedirects: 0, headers: { accept: 'text/html' } })
  expect(refused.headers().location ?? '').not.toContain('sent=first')
  await page.goto(`/texts/${maya?.id}`)
  const thread = page.getByRole('article')
  await expect(thread).toHaveCount(1)
  await expect(thread).toContainText('Hi')
  // They are kept, to be sent as what they are now: a second text.
  await expect(page.getByLabel('Your reply')).toHaveValue('Other words')
  await expect.poll(() => received(maya?.cell ?? '')).toMatchObject([{ body: 'Hi' }])
})
