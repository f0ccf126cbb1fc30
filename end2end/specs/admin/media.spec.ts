// What a contact sends along with a text, and how many texts a second a number sends.
import { contactWrites } from '../../support/incoming.ts'
import { newCell } from '../../support/organization.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('a picture is shown to who reads the text when they ask for it', async ({
  page, somebody, visit, enterAs, organization, javaScriptEnabled,
}) => {
  const { admin, ann, ben, number } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  const cell = maya?.cell ?? ''
  const stranger = newCell()
  await contactWrites(cell, number, 'The line is long', ['image/png', 'application/zip'])
  await contactWrites(cell, number, 'Shall I stay?')
  await contactWrites(stranger, number, '', ['image/png'])
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/media/')) asked.push(pathname)
  })
  await enterAs(ann, `/texts/${maya?.id}`)
  const log = page.getByRole('log')
  await expect(log).toContainText(/The line is long\s*Picture\s*A file that Baton does not show/)
  await expect(log).not.toContainText('attachment')
  // Without scripts a browser loads nothing lazily, but with the page.
  if (javaScriptEnabled !== false) expect(asked).toEqual([])
  expect(await page.content()).not.toContain('2010-04-01')

  const picture = log.getByRole('img', { name: 'Picture from Maya Lin' })
  await expect(picture).toBeHidden()
  await log.getByRole('button', { name: 'Picture' }).click()
  await expect(picture).toBeVisible()
  await expect(picture).toHaveJSProperty('naturalWidth', 120)
  if (javaScriptEnabled !== false) {
    await contactWrites(cell, number, 'It moves')
    await expect(log).toContainText('It moves')
    await expect(picture).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await expect(picture).toBeHidden()

  const bens = await somebody(ben, '/texts')
  const refused = await bens.request.get(asked[0] ?? '')
  expect(refused.status()).toBe(404)

  const admins = await somebody(admin, '/campaigns')
  for (const [path, name] of [[`/review?open=${maya?.id}`, 'Picture from Maya Lin'], ['/unmatched', `Picture from ${stranger}`]] as const) {
    await visit(path, admins)
    await admins.getByRole('main').getByRole('button', { name: 'Picture' }).click()
    await expect(admins.getByRole('img', { name })).toHaveJSProperty('naturalWidth', 120)
  }
})

test('an admin says how many texts a second a number sends at most', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/settings/numbers')
  const row = page.getByRole('list', { name: 'Phone numbers' }).getByRole('listitem')
  const rate = row.getByLabel('Texts a second, at most')
  await rate.fill('0')
  await row.getByRole('button', { name: `Save the rate of ${organization.number}` }).click()
  await expect(rate).toHaveAccessibleDescription(/whole number from 1 to 1,000/)
  await rate.fill('10')
  await row.getByRole('button', { name: `Save the rate of ${organization.number}` }).click()
  await expect(page.getByRole('status').getByText('The rate of the number is saved.')).toBeVisible()
  await expect(row).toContainText('at most 10 texts a second')
  await expect(rate).toHaveValue('10')
})
