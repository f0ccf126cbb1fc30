// The door: who gets in, where they come out, and what is said to those who do not.
import { expect, test } from '../../support/test.ts'
import { fillInSignIn } from '../../support/sign-in.ts'

test('an admin signs in and comes to the campaigns', async ({ page, visit, organization }) => {
  await visit('/sign-in')
  await fillInSignIn(page, organization.admin.email)
  await expect(page).toHaveURL('/campaigns')
  await expect(page.getByRole('heading', { name: 'Campaigns', level: 1 })).toBeVisible()
  await expect(page.getByText('Ada Admin')).toBeAttached()
})

test('a texter signs in, whatever the case of the address, and comes to their texts', async ({ page, visit, organization }) => {
  await visit('/sign-in')
  await fillInSignIn(page, organization.ann.email.toUpperCase())
  await expect(page).toHaveURL('/texts')
  await expect(page.getByRole('heading', { name: 'My texts', level: 1 })).toBeVisible()
})

test('a wrong password is answered with a sentence that does not say what was wrong', async ({ page, visit, organization }) => {
  const sentence = 'This e-mail and password do not match. Check both and try again.'
  await visit('/sign-in')
  await fillInSignIn(page, organization.ann.email, 'a wrong password')
  await expect(page.getByRole('alert')).toHaveText(sentence)
  await fillInSignIn(page, 'nobody@example.org')
  await expect(page.getByRole('alert')).toHaveText(sentence)
  await fillInSignIn(page, organization.ann.email)
  await expect(page).toHaveURL('/texts')
})

test('what is no e-mail address is told so by the page, with what was typed', async ({ page, visit, organization }) => {
  await visit('/sign-in')
  for (const email of ['', organization.ann.email.replace('@', '')]) {
    await fillInSignIn(page, email)
    await expect(page.getByRole('alert'), email).toHaveText('This is not an e-mail address. Check it and try again.')
    await expect(page.getByLabel('E-mail'), email).toHaveValue(email)
  }
})

test('after signing out every page is behind the door again', async ({ page, enterAs, organization, complaints }) => {
  complaints.expectEndOfSession()
  await enterAs(organization.admin, '/campaigns')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/sign-in')
  await page.goto('/')
  await expect(page).toHaveURL('/sign-in')
  for (const path of ['/campaigns', '/campaigns/release', '/campaigns/1', '/texts', '/texts/1', '/releases']) {
    await page.goto(path)
    await expect(page, path).toHaveURL(`/sign-in?next=${encodeURIComponent(path)}`)
  }
})

test('who signs in comes to the page that was asked for, also after a wrong password', async ({ page, visit, organization }) => {
  await visit('/releases?kind=replies')
  await fillInSignIn(page, organization.admin.email, 'a wrong password')
  await expect(page.getByRole('alert')).toBeVisible()
  await fillInSignIn(page, organization.admin.email)
  await expect(page).toHaveURL('/releases?kind=replies')
})
