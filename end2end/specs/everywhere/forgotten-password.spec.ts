// A forgotten password: a link that an admin makes, and one that comes by e-mail. Each works once.
import type { Page } from '@playwright/test'
import { mailTo } from '../../support/mail-server.ts'
import { fillInSignIn } from '../../support/sign-in.ts'
import { expect, test } from '../../support/test.ts'

const NEW = 'tall otter paints nine'

async function choose(page: Page, password: string) {
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Save and sign in' }).click()
}

test('an admin makes a link, with which a texter chooses a password once', async ({ page, browser, enterAs, somebody, organization, complaints }) => {
  complaints.expect(/status of 4\d\d/)
  const { admin, ann } = organization
  const anns = await somebody(ann, '/texts')
  await enterAs(admin, `/people/${ann.member}`)
  await page.getByRole('link', { name: 'Make a password link' }).click()
  await page.getByRole('button', { name: 'Make a password link' }).click()
  const link = await page.locator('code').textContent()
  // It is shown once.
  await page.reload()
  await expect(page.locator('code')).toHaveCount(0)

  const context = await browser.newContext()
  const other = await context.newPage()
  await other.goto(link ?? '')
  await choose(other, 'password1234')
  await expect(other.getByLabel('New password')).toHaveAccessibleDescription(/easy to guess/)
  await choose(other, NEW)
  await expect(other.getByRole('heading', { level: 1, name: 'My texts' })).toBeVisible()
  await other.goto(link ?? '')
  await expect(other.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible()
  await context.close()

  await anns.goto('/texts')
  await expect(anns).toHaveURL(/\/sign-in/)
  await fillInSignIn(anns, ann.email, NEW)
  await expect(anns.getByRole('heading', { level: 1, name: 'My texts' })).toBeVisible()
})

test('an e-mail brings a link to whoever signs in with the address, and to nobody else', async ({ page, organization }) => {
  const { ann } = organization
  const nobody = ann.email.replace('ann@', 'nobody@')
  for (const address of [nobody, ann.email.toUpperCase()]) {
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Forgotten password?' }).click()
    await expect(page.getByRole('heading', { name: 'Forgotten password?' })).toBeVisible()
    await page.getByLabel('E-mail').fill(address)
    await page.getByRole('button', { name: 'Send link' }).click()
    await expect(page.getByText('If someone signs in with this address, a link is on its way to it.')).toBeVisible()
  }
  await expect.poll(() => mailTo(ann.email)).toHaveLength(1)
  const [mail] = await mailTo(ann.email)
  expect(mail).toMatchObject({ from: '"Baton" <baton@example.org>', subject: 'Choose a new password for Baton' })
  expect(mail?.text).toContain('Hello Ann Texter,')
  expect(mail?.text).toContain('Vote Local')
  expect(await mailTo(nobody)).toEqual([])
  await page.goto(/\S+\/password\/\S+/.exec(mail?.text ?? '')?.[0] ?? '')
  await choose(page, NEW)
  await expect(page.getByRole('heading', { level: 1, name: 'My texts' })).toBeVisible()
})
