// Everything by keyboard.
import { received } from '../../support/carrier.ts'
import { addReplies, createCampaign, holders } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'
import { turn } from '../../support/turn.ts'

test('the dialog opens by Enter, keeps the focus, and gives it back at Escape', async ({ page, enterAs, organization }) => {
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: organization.ann }])
  await enterAs(organization.admin, '/campaigns')
  const opener = page.getByRole('link', { name: 'Release Unhandled Replies' })
  const dialog = page.getByRole('dialog', { name: 'Release Unhandled Replies' })
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  // On what is chosen, so that an arrow goes on from there.
  await expect(dialog.getByRole('radio', { name: '1 h', exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()

  await page.keyboard.press('Enter')
  const chosen = dialog.getByRole('radio', { name: '1 h', exact: true })
  await chosen.focus()
  await page.keyboard.press('ArrowRight')
  await expect(dialog.getByRole('radio', { name: '2 h', exact: true })).toBeChecked()
  await expect(dialog.getByText('Nothing would be released.')).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(dialog.getByText('1 reply on 1 campaign would go back')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status').getByText('Released 1 reply on 1 campaign')).toBeVisible()
  await expect(dialog.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(opener).toBeFocused()
})

test('a page begins with the way past its head', async ({ page, enterAs, organization }) => {
  await enterAs(organization.ann, '/texts')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
})

test('a texter requests and answers without a pointer', async ({ page, enterAs, organization }) => {
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, name: 'Maya Lin' }])
  await enterAs(organization.ann, '/texts')
  await page.getByLabel('How many?').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').getByText('1 reply assigned')).toBeVisible()
  await page.getByRole('link', { name: /Maya Lin/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Your reply').focus()
  await page.keyboard.type('Yes, until eight.')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Send' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/texts?sent=1')
  await expect.poll(() => received(maya?.cell ?? '')).toMatchObject([{ body: 'Yes, until eight.' }])
})

test('a key that is held down requests once', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  const replies = await addReplies(campaign, [{ minutes: 90 }, { minutes: 80 }, { minutes: 70 }])
  await enterAs(organization.ann, '/texts')
  await page.getByLabel('How many?').fill('1')
  const request = page.getByRole('button', { name: 'Request more texts' })
  await request.focus()
  await page.keyboard.down('Enter')
  await expect(page.getByRole('status').getByText('1 reply assigned')).toBeVisible()
  await expect(request).toBeFocused()
  let requests = 0
  page.on('request', (asked) => asked.url().endsWith('/api/requests/create') && (requests += 1))
  for (let repeat = 0; repeat < 20; repeat += 1) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await turn(page)
  expect(await holders(replies)).toEqual([organization.ann.member, null, null])
  expect(requests).toBe(0)
})

test('a link that looks like a button is pressed like one', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 90, holder: organization.ann, name: 'Maya Lin' }])
  await enterAs(organization.ann, '/texts')
  await page.getByRole('link', { name: 'Answer replies (1)' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maya Lin')
})
