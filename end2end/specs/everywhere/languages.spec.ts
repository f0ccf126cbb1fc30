// English and Spanish: what a texter meets is in their language, whoever says it.
import { addFirstTexts } from '../../support/first-texts.ts'
import { password } from '../../support/organization.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { englishOn, sentences } from '../../support/sentences.ts'
import { expect, test } from '../../support/test.ts'

const spanish = sentences('es')
const es = (id: string) => spanish.get(id) ?? `${id} is not translated`

test.describe('in a browser that prefers Spanish', () => {
  test.use({ locale: 'es-MX' })

  test('a texter’s day is in Spanish', async ({ page, visit, organization, complaints }) => {
    complaints.expect(/status of 40[34]/)
    const { ann } = organization
    const campaign = await createCampaign(organization, 'Early vote')
    await addReplies(campaign, [{ minutes: 65 }, { minutes: 90, holder: ann, name: 'Maya Lin' }, { minutes: 80, holder: ann, name: 'Omar Said' }])
    await addFirstTexts(campaign, 'Hola {firstName}', [{ holder: ann, name: 'Noor Amari' }])
    await visit('/sign-in')
    await expect(page).toHaveTitle('Iniciar sesión · Baton')
    expect(await englishOn(page)).toEqual([])
    await page.getByLabel(es('email')).fill(ann.email)
    await page.getByLabel(es('password')).fill('a wrong password')
    await page.getByRole('button', { name: es('sign-in') }).click()
    await expect(page.getByRole('alert')).toHaveText(es('credentials-do-not-match'))
    await page.getByLabel(es('password')).fill(password)
    await page.getByRole('button', { name: es('sign-in') }).click()

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(es('my-texts'))
    await expect(page.getByText('General: 1 respuesta')).toBeVisible()
    expect(await englishOn(page)).toEqual([])
    await page.getByRole('button', { name: es('request-more-texts') }).click()
    await expect(page.getByText('1 respuesta asignada')).toBeVisible()
    expect(await englishOn(page)).toEqual([])

    await page.getByRole('link', { name: /Maya Lin/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maya Lin')
    expect(await englishOn(page)).toEqual([])
    await page.getByLabel(es('your-reply')).fill('A las cinco')
    await page.getByRole('button', { name: es('send'), exact: true }).click()
    await expect(page.getByRole('status').getByText(es('reply-was-sent'))).toBeVisible()
    expect(await englishOn(page)).toEqual([])

    for (const path of ['/texts/done', '/texts/past', '/texts/closed', '/escalated', '/account', '/nowhere', '/campaigns']) {
      await page.goto(path)
      await expect(page.locator('html')).toHaveAttribute('lang', 'es-US')
      expect(await englishOn(page), path).toEqual([])
    }
  })
})

test('an English browser says nothing of its own about an empty form where Spanish is chosen', async ({ page, visit, organization, complaints }) => {
  complaints.expect(/status of 4\d\d/)
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 65 }, { minutes: 90, holder: ann, name: 'Maya Lin' }])
  await visit('/sign-in')
  await page.getByRole('contentinfo').getByRole('button', { name: 'Español' }).click()
  await page.getByRole('button', { name: es('sign-in') }).click()
  const alert = (id: string) => page.getByRole('alert').filter({ hasText: es(id) })
  await expect(alert('no-email-address')).toBeVisible()
  await page.getByLabel(es('email')).fill(ann.email)
  await page.getByLabel(es('password')).fill(password)
  await page.getByRole('button', { name: es('sign-in') }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(es('my-texts'))
  await page.locator('#wanted').fill('')
  await page.getByRole('button', { name: es('request-more-texts') }).click()
  await expect(alert('enter-how-many')).toBeVisible()

  await page.getByRole('link', { name: /Maya Lin/ }).click()
  await page.getByRole('button', { name: es('send'), exact: true }).click()
  await expect(alert('text-is-empty')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maya Lin')
})

test('a language is chosen in the foot, on whatever page, and goes with the person', async ({ page, enterAs, somebody, organization }) => {
  const { ann } = organization
  await enterAs(ann, '/texts')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My texts')
  await page.getByRole('contentinfo').getByRole('button', { name: 'Español' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(es('my-texts'))
  await expect(page).toHaveURL('/texts')
  await expect(page.getByText(es('no-texts-title'))).toBeVisible()
  // On another device.
  const other = await somebody(ann, '/texts')
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(es('my-texts'))
  await page.getByRole('contentinfo').getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My texts')
  expect(await englishOn(page)).not.toEqual([])
})
