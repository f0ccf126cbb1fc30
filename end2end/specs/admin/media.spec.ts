// What a contact sends along with a text, and how many texts a second a number sends.
import { contactWrites } from '../../support/incoming.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('a picture is shown when somebody asks for it, and not before', async ({ page, somebody, enterAs, organization }) => {
  const { ann, ben } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  await contactWrites(maya?.cell ?? '', organization.number, 'The line is long', ['image/png', 'application/zip'])
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/media/')) asked.push(pathname)
  })
  await enterAs(ann, `/texts/${maya?.id}`)
  const text = page.getByRole('log').getByRole('article').last()
  await expect(text).toContainText(/The line is long\s*Picture/)
  await expect(text).toContainText('A file that Baton does not show')
  await expect(text).not.toContainText('attachment')
  expect(asked).toEqual([])
  expect(await page.content()).not.toContain('2010-04-01')

  const answer = page.waitForResponse((response) => response.url().includes('/media/'))
  await text.getByText('Picture', { exact: true }).click()
  const picture = await answer
  expect([picture.status(), await picture.headerValue('content-type')]).toEqual([200, 'image/png'])
  await expect(text.getByRole('img', { name: 'Picture from Maya Lin' })).toBeVisible()

  const bens = await somebody(ben, '/texts')
  const refused = await bens.request.get(asked[0] ?? '')
  expect(refused.status()).toBe(404)
})

test('an admin says how many texts a second a number sends at most', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/settings/numbers')
  const row = page.getByRole('list', { name: 'Phone numbers' }).getByRole('listitem')
  const rate = row.getByLabel('Texts a second, at most')
  await rate.fill('0')
  await row.getByRole('button', { name: `Save the rate of ${organization.number}` }).click()
  await expect(rate).toHaveAccessibleDescription(/whole number from 1 to 1000/)
  await rate.fill('10')
  await row.getByRole('button', { name: `Save the rate of ${organization.number}` }).click()
  await expect(page.getByRole('status').getByText('The rate of the number is saved.')).toBeVisible()
  await expect(row).toContainText('at most 10 texts a second')
  await expect(rate).toHaveValue('10')
})
