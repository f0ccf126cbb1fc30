// Signing in: by hand where that is what a test shows, by the same form's address elsewhere.
import { expect, type APIRequestContext, type Page } from '@playwright/test'
import { password as everybodys, type Person } from './organization.ts'

/** Fills in the form as a person does. */
export async function fillInSignIn(page: Page, email: string, password = everybodys) {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Gives a browser a session, or what takes its place. */
export async function signIn(context: { request: APIRequestContext }, person: Person) {
  const url = `${process.env.BATON_TEST_URL}/api/session/sign-in`
  const form = { email: person.email, password: everybodys }
  const answer = await context.request.post(url, { form, maxRedirects: 0, headers: { accept: 'text/html' } })
  expect(answer.status(), 'signing in').toBe(302)
  expect(answer.headers().location, 'signing in').toBe('/')
}
