// The document is in the language of its page, also where the page before it was in another one and had no program.
import { fillInSignIn } from '../../../support/sign-in.ts'
import { expect, test } from '../../../support/test.ts'

test('who chooses a language before signing in has all of the document in it', async ({ page, visit }) => {
  await visit('/sign-in')
  await page.getByRole('button', { name: 'Español' }).click()
  await expect(page.getByRole('heading', { name: 'Iniciar sesión' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'es-US')
  await expect(page.locator('html')).toHaveAttribute('data-no-connection', /^No hay conexión/)
})

test('who signs in is given a document in their own language', async ({ page, visit, somebody, organization }) => {
  const elsewhere = await somebody(organization.ann, '/texts')
  await elsewhere.getByRole('button', { name: 'Español' }).click()
  await expect(elsewhere.getByRole('heading', { name: 'Mis mensajes', level: 1 })).toBeVisible()
  await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'es-US')
  await expect(elsewhere.getByRole('button', { name: 'English' }), 'another document, the same place').toBeFocused()

  await visit('/sign-in')
  await fillInSignIn(page, organization.ann.email)
  await expect(page.getByRole('heading', { name: 'Mis mensajes', level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'es-US')
})
