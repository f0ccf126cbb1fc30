// One's own account, from the head of every page: name, language, password, and where one is signed in.
import { password } from '../../support/organization.ts'
import { fillInSignIn, signIn } from '../../support/sign-in.ts'
import { expect, test } from '../../support/test.ts'

const NEW = 'tall otter paints nine'

test('a texter gives themselves another name, and reads what is wrong with one', async ({ page, enterAs, organization }) => {
  await enterAs(organization.ann, '/texts')
  await page.getByRole('link', { name: 'Ann Texter' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(organization.ann.email)
  const form = page.getByRole('form', { name: 'Name' })
  const name = form.getByRole('textbox', { name: 'Name' })
  await name.fill(' ')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(name).toHaveAccessibleDescription(/Enter a name of 1 to 200 characters/)
  await name.fill('Zoë Ng')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Your name is saved.')).toBeVisible()
  await expect(page.getByRole('banner').getByRole('link', { name: 'Zoë Ng' })).toBeVisible()
})

test('a texter chooses their language', async ({ page, enterAs, organization }) => {
  await enterAs(organization.ann, '/account')
  // That of the foot alone has this name, or who lists the landmarks could not tell them apart.
  await expect(page.getByRole('form', { name: 'Language', exact: true })).toHaveCount(1)
  const form = page.getByRole('form', { name: 'Your language' })
  await form.getByRole('combobox', { name: 'Language' }).selectOption('Español')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Se guardó tu idioma.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Tu cuenta' })).toBeVisible()
})

test('another password ends what is signed in elsewhere, and is the one from then on', async ({
  page, browser, enterAs, visit, organization, complaints,
}) => {
  complaints.expectEndOfSession()
  const { ann } = organization
  await enterAs(ann, '/account')
  const elsewhere = await browser.newContext({ baseURL: process.env.BATON_TEST_URL })
  await signIn(elsewhere, ann)
  const change = async (current: string, to: string) => {
    await page.getByLabel('Current password').fill(current)
    await page.getByLabel('New password').fill(to)
    await page.getByRole('button', { name: 'Change password' }).click()
  }
  await change('a wrong password', NEW)
  await expect(page.getByLabel('Current password')).toHaveAccessibleDescription('This is not your current password.')
  await change(password, 'password1234')
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/This password is easy to guess/)
  await change(password, NEW)
  await expect(page.getByText('Your password is changed, and you are signed out everywhere else.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem')).toHaveCount(1)
  const left = await elsewhere.newPage()
  await left.goto('/texts')
  await expect(left.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await elsewhere.close()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await visit('/sign-in')
  await fillInSignIn(page, ann.email, NEW)
  await expect(page.getByRole('heading', { level: 1, name: 'My texts' })).toBeVisible()
})

test('signed out everywhere, every browser has to sign in', async ({ page, browser, enterAs, organization, complaints }) => {
  complaints.expectEndOfSession()
  const { ann } = organization
  const elsewhere = await browser.newContext({ baseURL: process.env.BATON_TEST_URL })
  await signIn(elsewhere, ann)
  await enterAs(ann, '/account')
  await expect(page.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByText('You are signed out everywhere.')).toBeVisible()
  const open = await elsewhere.newPage()
  await open.goto('/texts')
  await expect(open.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await elsewhere.close()
})
