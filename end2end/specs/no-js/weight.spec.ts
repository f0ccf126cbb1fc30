// What a texter's phone has to load before the page can be used: HTML and CSS, and no more.
import type { BrowserContext } from '@playwright/test'
import { budget } from '../../support/budget.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { signIn } from '../../support/sign-in.ts'
import { expect, test } from '../../support/test.ts'
import { transfer } from '../../support/transfer.ts'

test('the door weighs at most 30 kB', async ({ page, visit, context }) => {
  await visit('/sign-in')
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expectLight(context, '/sign-in')
})

test('a texter’s home and a conversation weigh at most 30 kB', async ({ page, visit, context, organization }) => {
  const { ann } = organization
  // A full page of replies, and a thread as long as they get.
  const full = Array.from({ length: 60 }, (_, at) => ({ minutes: 60 + at, holder: ann, text: `Where do I vote, and until when is it open? ${at}` }))
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), full)
  await signIn(context, ann)
  await visit('/texts')
  await expect(page.getByRole('heading', { name: '60 replies to answer' })).toBeVisible()
  await expectLight(context, '/texts')
  await visit(`/texts/${maya?.id}`)
  await expect(page.getByLabel('Your reply')).toBeVisible()
  await expectLight(context, `/texts/${maya?.id}`)
})

async function expectLight(context: BrowserContext, path: string) {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const html = await transfer(path, cookie)
  expect(html.status, path).toBe(200)
  expect(html.headers['content-encoding'], `${path} is compressed`).toMatch(/^(br|gzip)$/)
  const [page] = context.pages()
  const sheets = (await page?.locator('link[rel=stylesheet]').evaluateAll((links) => links.map((link) => link.getAttribute('href')))) ?? []
  expect(sheets, `${path} has a style sheet`).not.toEqual([])
  const css = await Promise.all(sheets.map((sheet) => transfer(sheet ?? '')))
  const weight = [html, ...css].reduce((sum, part) => sum + part.body.length, 0)
  expect(weight, `${path}: HTML and CSS, compressed`).toBeLessThanOrEqual(budget.texterFirstBytes)
}
