// A texter's home, when there are replies to answer: the next of them first.
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('the next reply comes first, and the request form after it', async ({ page, enterAs, visit, organization }) => {
  const { ann } = organization
  const [, longest] = await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 20, holder: ann, name: 'Maya Lin' },
    { minutes: 90, holder: ann, name: 'Omar Said' },
    { minutes: 30 },
  ])
  await enterAs(ann, '/texts')
  const next = page.getByRole('link', { name: 'Answer next (2)' })
  const ys = [next, page.getByRole('button', { name: 'Request more texts' })].map(async (element) => (await element.boundingBox())?.y)
  const [first = 0, second = 0] = await Promise.all(ys)
  expect(first).toBeLessThan(second)
  await next.click()
  await expect(page).toHaveURL(`/texts/${longest?.id}#latest`)
  await expect(page.getByRole('heading', { level: 1, name: 'Omar Said' })).toBeVisible()
  await page.getByLabel('Your reply').fill('At 12 Main Street.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Maya Lin' })).toBeVisible()
  await visit('/texts')
  await expect(page.getByRole('link', { name: 'Answer next (1)' })).toBeVisible()
})

test('where there is nothing to answer the form is all there is', async ({ page, enterAs, organization }) => {
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }])
  await enterAs(organization.ann, '/texts')
  await expect(page.getByRole('button', { name: 'Request more texts' })).toBeVisible()
  await expect(page.getByRole('link', { name: /Answer next/ })).toBeHidden()
})
