// The head of the pages: every way that an admin has, on a desktop and on a phone, without a script too.
import { requestWaits } from '../../support/setup.ts'
import { expect, test } from '../../support/test.ts'

test('an admin gets everywhere, and sees how many requests wait', async ({ page, enterAs, visit, organization }) => {
  await enterAs(organization.admin, '/campaigns')
  const main = page.getByRole('navigation', { name: 'Main' })
  const requests = main.getByRole('link', { name: /^Assignment Requests/ })
  await expect(requests).toHaveText('Assignment Requests')
  for (const name of ['Assignment Control', 'Teams', 'Tags', 'People', 'Opt-outs']) {
    await main.getByRole('button', { name: 'Set up' }).click()
    await main.getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  }
  await main.getByRole('link', { name: 'Release history' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Release history' })).toBeVisible()
  await requestWaits(organization, organization.ann, 10)
  await visit('/campaigns')
  await expect(requests).toHaveText(/Assignment Requests\s*1/)
})

test('a texter has none of them', async ({ page, enterAs, organization }) => {
  await enterAs(organization.ann, '/texts')
  await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0)
})

test.describe('on a narrow phone', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('all of an admin’s ways are on the screen', async ({ page, enterAs, organization }) => {
    await enterAs(organization.admin, '/campaigns')
    const main = page.getByRole('navigation', { name: 'Main' })
    const ways = [...await main.getByRole('link').filter({ visible: true }).all(), main.getByRole('button', { name: 'Set up' })]
    expect(ways).toHaveLength(6)
    for (const way of ways) {
      const box = await way.boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320)
    }
  })

  test('the words of the menu are on the screen in both languages', async ({ page, enterAs, organization }) => {
    await enterAs(organization.admin, '/campaigns')
    for (const [button, language] of [['Set up', 'Español'], ['Configurar', 'English']] as const) {
      await page.getByRole('button', { name: button }).click()
      const links = page.locator('.main-nav .menu a')
      await expect(links.first()).toBeVisible()
      for (const link of await links.all()) {
        const cut = await link.evaluate((element) => {
          const words = document.createRange()
          words.selectNodeContents(element)
          return words.getBoundingClientRect().right > Math.min(element.getBoundingClientRect().right, innerWidth)
        })
        expect(cut, await link.innerText()).toBe(false)
      }
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: language }).click()
      await expect(page.getByRole('button', { name: language })).toBeHidden()
    }
  })
})
