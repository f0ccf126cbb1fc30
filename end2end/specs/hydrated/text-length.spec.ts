// How long a text is, where the program does not count it: an answer from Message Review, and the goodbye of an opt-out.
import type { Page } from '@playwright/test'
import { command } from '../../support/baton.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { setRole } from '../../support/role.ts'
import { expect, test } from '../../support/test.ts'

// The alphabets of one and of two units, and what is not split between two segments.
const TEXTS = ['', 'x', 'It’s on.', 'a'.repeat(160), 'a'.repeat(161), '€'.repeat(81), `${'a'.repeat(152)}€${'a'.repeat(152)}`,
  '🙂'.repeat(36), `${'中'.repeat(66)}😀${'中'.repeat(66)}`, 'á'.repeat(71), `Hola\n¿Qué tal? ${'ñ'.repeat(160)}`, 'a'.repeat(1600)]

const length = (page: Page) => page.getByText(/^[\d,]+ characters?, \d+ segments?$/)

test('a page counts as the reply box does', async ({ page, enterAs, visit, organization }) => {
  const { ann } = organization
  await setRole(organization, ann, 'supervolunteer')
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(ann, `/texts/${maya?.id}`)
  const said: Record<string, string> = {}
  for (const text of TEXTS) {
    await page.getByLabel('Your reply').fill(text)
    const characters = [...text].length.toLocaleString('en')
    await expect(length(page)).toHaveText(new RegExp(`^${characters} character`))
    said[text] = await length(page).innerText()
  }
  await visit(`/review?open=${maya?.id}`)
  const answer = page.getByLabel('Your answer')
  for (const text of TEXTS.toReversed()) {
    await answer.fill(text)
    await expect(length(page)).toHaveText(said[text] ?? '')
  }
  await expect(answer).toHaveAttribute('maxlength', '1600')
})

test('straight quotes are offered for an answer and for a goodbye, where they save a segment', async ({ page, enterAs, organization }) => {
  const { ann, ben } = organization
  await setRole(organization, ann, 'supervolunteer')
  const bye = 'We’re sorry, {firstName|friend}, and won’t text you again. Thank you for what you’ve done for us.'
  await command(['organization', 'set', '--organization', String(organization.id), '--goodbye', bye])
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ben, name: 'Maya Lin', text: 'Take me off your list' }])
  await enterAs(ann, `/review?open=${maya?.id}`)
  const offer = page.getByRole('button', { name: /straight quotes/ })
  const answer = page.getByLabel('Your answer')
  await answer.fill('It’s on.')
  await expect(length(page)).toHaveText('8 characters, 1 segment')
  await expect(offer).toBeHidden()
  await answer.fill('“It’s on.” '.repeat(10))
  await expect(offer).toBeVisible()
  await offer.click()
  await expect(answer).toHaveValue('"It\'s on." '.repeat(10))
  await expect(length(page)).toHaveText('110 characters, 1 segment')
  await expect(offer).toBeHidden()
  await answer.fill('')

  await page.getByRole('region', { name: 'Conversation' }).getByRole('link', { name: 'Opt out' }).click()
  const words = page.getByRole('textbox', { name: 'Last text' })
  await expect(words).toHaveValue(/^We’re sorry, Maya/)
  await expect(length(page)).toHaveText(/, 2 segments$/)
  await offer.click()
  await expect(words).toHaveValue(/^We're sorry, Maya, and won't/)
  await expect(length(page)).toHaveText(/, 1 segment$/)
  await expect(offer).toBeHidden()
})
