// Two texters, one conversation: only who holds it sends, and nobody loses a word.
import type { Page } from '@playwright/test'
import { received } from '../../support/carrier.ts'
import { releaseEverything } from '../../support/release.ts'
import { addReplies, createCampaign, holders } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

const draft = 'At 12 Main Street.'

async function send(page: Page) {
  await page.getByLabel('Your reply').fill(draft)
  await page.getByRole('button', { name: 'Send' }).click()
}

test('who lost the conversation to another cannot send, and keeps the text', async ({
  page, browser, enterAs, somebody, visit, organization, complaints, javaScriptEnabled,
}) => {
  complaints.expect(/status of 4\d\d .*send/, /ERR_FAILED/)
  const { ann, ben } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 200, holder: ann }])
  // Ann's page does not hear of it.
  await page.route('**/events*', (route) => route.abort())
  await enterAs(ann, `/texts/${maya?.id}`)
  await releaseEverything(browser, organization)
  const bens = await somebody(ben, '/texts')
  await bens.getByRole('button', { name: 'Request more texts' }).click()
  await expect(bens.getByRole('heading', { name: '1 reply to answer' })).toBeVisible()

  await send(page)
  const refusal = 'Ben Texter has it now. Your text is kept as your draft.'
  await expect(page.getByRole('alert').getByText(refusal)).toBeVisible()
  // Without WASM the page comes anew and has no box to send from any more, but the text to copy.
  const box = page.getByLabel(javaScriptEnabled === false ? 'Your draft, to copy' : 'Your reply')
  await expect(box).toHaveValue(draft)
  await visit(`/texts/${maya?.id}`)
  await expect(page.getByLabel('Your draft, to copy')).toHaveValue(draft)
  await expect(page.getByRole('button', { name: 'Send' })).toHaveCount(0)
  expect(await received(maya?.cell ?? '')).toEqual([])

  // And Ben is offered what Ann had begun.
  await visit(`/texts/${maya?.id}`, bens)
  await expect(bens.getByText('Ann Texter started this draft.')).toBeVisible()
  await expect(bens.getByLabel('Your reply')).toHaveValue(draft)
  await bens.getByRole('button', { name: 'Send' }).click()
  await expect(bens).toHaveURL('/texts?sent=1')
  await expect.poll(() => received(maya?.cell ?? '')).toMatchObject([{ body: draft }])
})

test('what was released and not taken is taken back and sent', async ({ page, browser, enterAs, organization }) => {
  const { ann } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 200, holder: ann }])
  await enterAs(ann, `/texts/${replies[0]?.id}`)
  await releaseEverything(browser, organization)
  expect(await holders(replies)).toEqual([null])

  await send(page)
  await expect(page).toHaveURL('/texts?sent=1')
  await expect.poll(() => holders(replies)).toEqual([ann.member])
  await expect.poll(() => received(replies[0]?.cell ?? '')).toMatchObject([{ body: draft }])
})

test('a page that is opened after the release says so, and sends all the same', async ({ page, browser, enterAs, organization }) => {
  const { ann } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 200, holder: ann }])
  await releaseEverything(browser, organization)
  await enterAs(ann, `/texts/${replies[0]?.id}`)
  await expect(page.getByText('No one has taken it yet: if you send, it is yours again.')).toBeVisible()
  await send(page)
  await expect(page).toHaveURL('/texts?sent=1')
  await expect.poll(() => holders(replies)).toEqual([ann.member])
})

test('a page that has sent a text sends no other', async ({ page, enterAs, somebody, organization, complaints }) => {
  complaints.expect(/status of 4\d\d .*send/)
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 200, holder: ann }])
  await enterAs(ann, `/texts/${maya?.id}`)
  await send(page)
  await expect(page).toHaveURL('/texts?sent=1')
  const sent = page.getByRole('status').getByText('Your reply was sent.')
  await expect(sent).toBeVisible()
  // Two windows show that text, and only one of them sends the next.
  const other = await somebody(ann, `/texts/${maya?.id}`)
  await page.goto(`/texts/${maya?.id}`)
  await page.getByLabel('Your reply').fill('And bring a friend.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page).toHaveURL('/texts?sent=1')
  await expect(sent).toBeVisible()
  await other.getByLabel('Your reply').fill('And bring two.')
  await other.getByRole('button', { name: 'Send' }).click()
  await expect(other.getByRole('alert').first()).toBeVisible()
  await expect.poll(() => received(maya?.cell ?? '')).toHaveLength(2)
})
