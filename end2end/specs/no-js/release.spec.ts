// Releasing without WASM: the button is a link to a page that asks and answers by plain forms.
import { addReplies, createCampaign, holders } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('an admin previews and releases', async ({ page, enterAs, organization }) => {
  const { admin, ann } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 20, holder: ann },
    { minutes: 90, holder: ann },
  ])
  await enterAs(admin, '/campaigns')
  await page.getByRole('link', { name: 'Release Unhandled Replies' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Release Unhandled Replies')
  const preview = page.getByRole('region', { name: 'Preview' })
  await expect(preview).toContainText('1 reply on 1 campaign would go back to the pool.')

  await page.getByRole('radio', { name: '15 min' }).check()
  await page.getByRole('button', { name: 'Update the preview' }).click()
  await expect(preview).toContainText('2 replies on 1 campaign would go back to the pool.')
  await expect(page.getByRole('radio', { name: '15 min' })).toBeChecked()
  expect(await holders(replies)).toEqual([ann.member, ann.member])

  await preview.getByRole('button', { name: 'Release', exact: true }).click()
  await expect(page).toHaveURL(/\/releases\/\d+$/)
  await expect(page.getByRole('status').getByText('Released 2 replies on 1 campaign')).toBeVisible()
  await expect(page.getByText('Waiting for at least 15 minutes')).toBeVisible()
  expect(await holders(replies)).toEqual([null, null])
})

test('Cancel leads back, and nothing is written', async ({ page, enterAs, organization }) => {
  const { admin, ann } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(admin, '/campaigns/release')
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(page).toHaveURL('/campaigns')
  expect(await holders(replies)).toEqual([ann.member])
})

test('a number that is no interval is refused with a sentence, and there is nothing to press', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/campaigns/release')
  await page.getByRole('radio', { name: 'Custom' }).check()
  await page.getByLabel('Custom interval').fill('0')
  await page.getByRole('button', { name: 'Update the preview' }).click()
  await expect(page.getByText('The shortest interval is 5 minutes.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Release', exact: true })).toHaveCount(0)
  await page.getByLabel('Custom interval').fill('1,5')
  await page.getByRole('button', { name: 'Update the preview' }).click()
  await expect(page.getByRole('button', { name: 'Release', exact: true })).toBeVisible()
})
