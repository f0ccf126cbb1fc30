// A conversation that is closed or reopened in another window, while its page is open.
import { ahead } from '../../support/ahead.ts'
import { awake } from '../../support/hydration.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('the page says so, keeps what is typed, and can reopen and close it', async ({ page, context, enterAs, organization }) => {
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  await enterAs(ann, `/texts/${maya?.id}`)
  const other = await context.newPage()
  await other.goto(`/texts/${maya?.id}`)
  await awake(other)
  const reply = page.getByLabel('Your reply')
  await reply.pressSequentially('At 12')
  const close = page.getByRole('button', { name: 'Close' })
  await expect(close).toBeVisible()
  await ahead(page)
  await expect(other.getByRole('button', { name: 'Close' })).toBeEnabled()
  await other.getByRole('button', { name: 'Close' }).click()
  const closed = page.getByRole('status').getByText('This conversation is closed.')
  await expect(closed).toBeVisible()
  await expect(close).toBeHidden()
  // Whoever writes is not moved.
  await expect(reply).toBeFocused()
  await page.keyboard.type(' Main')
  await expect(reply).toHaveValue('At 12 Main')

  await other.getByRole('button', { name: 'Reopen' }).click()
  await expect(other.getByText('This conversation is open again.')).toBeVisible()
  await expect(closed).toHaveCount(0)
  await expect(close).toBeVisible()
  await expect(reply).toHaveValue('At 12 Main')

  // By the page that it was closed from, and by the one that only heard of it.
  await other.goto('/texts')
  await close.click()
  await expect(page.getByText('The conversation with Maya Lin is closed.')).toBeVisible()
})
