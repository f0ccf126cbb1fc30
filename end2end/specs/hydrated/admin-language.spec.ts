// An admin who reads Spanish: what the windows say, which the program makes in the browser.
import { pressItem } from '../../support/menu.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { englishOn, sentences } from '../../support/sentences.ts'
import { expect, test } from '../../support/test.ts'

const spanish = sentences('es')
const es = (id: string) => spanish.get(id) ?? `${id} is not translated`

test.use({ locale: 'es-US' })

test('an admin’s windows are in Spanish', async ({ page, enterAs, organization }) => {
  const { admin, ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 65, holder: ann }, { minutes: 90, holder: ann }])
  await enterAs(admin, '/campaigns')
  await expect(page.locator('html')).toHaveAttribute('lang', 'es-US')
  expect(await englishOn(page)).toEqual([])

  await page.getByRole('link', { name: es('release-unhandled-replies') }).click()
  const dialog = page.getByRole('dialog', { name: es('release-unhandled-replies') })
  await expect(dialog.getByText('2 respuestas en 1 campaña')).toBeVisible()
  expect(await englishOn(page)).toEqual([])
  await dialog.getByLabel(es('custom'), { exact: true }).check()
  await dialog.getByLabel(es('custom-interval')).fill('pronto')
  await expect(dialog.getByRole('alert').getByText(es('enter-a-number'))).toBeVisible()
  expect(await englishOn(page)).toEqual([])
  await dialog.getByLabel(es('custom-interval')).fill('1')
  await dialog.getByRole('button', { name: es('release'), exact: true }).click()
  await expect(dialog.getByText('Se liberaron 2 respuestas en 1 campaña')).toBeVisible()
  expect(await englishOn(page)).toEqual([])

  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Acciones para Early vote' }).press('Enter')
  await pressItem(page.getByRole('link', { name: es('autoassign-mode'), exact: true }))
  await expect(page.getByRole('dialog', { name: es('autoassign-mode') }).getByRole('switch').first()).toBeVisible()
  expect(await englishOn(page)).toEqual([])
})
