// A conversation is closed without an answer, found again, reopened, and opens by itself when its contact writes.
import { contactWrites } from '../../support/incoming.ts'
import { addReplies, createCampaign, holders } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('a texter closes, goes on, comes back, and nobody who writes is lost', async ({ page, enterAs, organization }) => {
  const { ann, number } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 90, holder: ann, name: 'Maya Lin', text: 'ok' },
    { minutes: 60, holder: ann, name: 'Omar Said', text: 'Thanks' },
  ])
  const [maya, omar] = replies
  const name = page.getByRole('heading', { level: 1 })
  const close = page.getByRole('button', { name: 'Close' })
  await enterAs(ann, `/texts/${maya?.id}`)
  await close.click()
  await expect(name).toHaveText('Omar Said')
  const notice = page.getByRole('status').filter({ hasText: 'The conversation with Maya Lin is closed.' })
  await notice.getByRole('button', { name: 'Reopen' }).click()
  await expect(name).toHaveText('Maya Lin')
  await expect(page.getByRole('status').getByText('This conversation is open again.')).toBeVisible()

  await contactWrites(maya?.cell ?? '', number, 'And until when?')
  await page.goto(`/texts/${maya?.id}`)
  await expect(page.getByRole('log')).toContainText('And until when?')
  await close.click()
  await expect(name).toHaveText('Omar Said')
  await close.click()
  await expect(page.getByText('The conversation with Omar Said is closed.')).toBeVisible()
  await expect(page.getByText('Nothing to answer')).toBeVisible()

  const card = page.getByRole('listitem').filter({ hasText: 'Early vote' })
  await card.getByRole('link', { name: '2 closed' }).click()
  await expect(page.getByRole('heading', { name: 'Closed conversations' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem')).toContainText([/Omar Said.*Thanks/, /Maya Lin.*And until when\?/])
  await page.getByRole('link', { name: /Omar Said/ }).click()
  await expect(page.getByText('This conversation is closed.')).toBeVisible()
  await page.getByRole('button', { name: 'Reopen' }).click()
  await expect(page.getByText('This conversation is open again.')).toBeVisible()
  // Closed, she is a reply again by what she writes.
  await contactWrites(maya?.cell ?? '', number, 'Hello?')
  await page.goto(`/texts/${omar?.id}`)
  await page.getByRole('link', { name: 'Next reply' }).click()
  await expect(name).toHaveText('Maya Lin')
  await page.getByRole('link', { name: 'Previous' }).click()
  await expect(name).toHaveText('Omar Said')
  await page.getByLabel('Your reply').fill('You are welcome')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(name).toHaveText('Maya Lin')
  // Back to the one that was answered a moment ago.
  await page.getByRole('link', { name: 'Previous' }).click()
  await expect(page.getByRole('log')).toContainText('You are welcome')
  await page.goto('/texts/closed')
  await expect(page.getByText('No closed conversations')).toBeVisible()
  expect(await holders(replies)).toEqual([ann.member, ann.member])
})
