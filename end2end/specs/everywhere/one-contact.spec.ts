// One contact and three members: who texts first, who answers next and who reviews share a thread that loses nothing, and
// what the contact wants holds for all of them.
import { randomUUID } from 'node:crypto'
import { received } from '../../support/carrier.ts'
import { addFirstTexts } from '../../support/first-texts.ts'
import { contactWrites } from '../../support/incoming.ts'
import { addPeople } from '../../support/organization.ts'
import { createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('two texters and a reviewer text one contact, who opts out and in again', async ({ page, enterAs, somebody, visit, organization }) => {
  test.slow()
  const { ann, ben, number } = organization
  const vera = { name: 'Vera Reviewer', email: `vera@${randomUUID()}.example.org`, role: 'supervolunteer' }
  const [reviewer = ann] = await addPeople(organization.id, [vera])
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addFirstTexts(campaign, 'Hi {firstName}, can you vote?', [{ holder: ann, name: 'Maya Lin' }])
  const cell = maya?.cell ?? ''
  const texts = async () => (await received(cell)).map(({ body }) => body)
  const sent = ['Hi Maya, can you vote?']

  // Ann texts first, Maya answers, and Ann has to go.
  await enterAs(ann, '/texts')
  await page.getByRole('link', { name: 'Send initial messages (1)' }).click()
  await expect(page.getByLabel('Your initial message')).toHaveValue('Hi Maya, can you vote?')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page).toHaveURL('/texts?sent=first')
  await expect.poll(texts).toEqual(sent)
  await contactWrites(cell, number, 'Where do I vote?')
  await visit('/texts')
  await expect(page.getByRole('link', { name: /Maya Lin.*Where do I vote\?/ })).toBeVisible()
  await page.getByRole('link', { name: 'Release my replies' }).click()
  await page.getByRole('button', { name: 'Release my replies' }).click()
  await expect(page.getByRole('status').getByText('1 reply went back to the pool.')).toBeVisible()

  // Ben takes it, with all that was said.
  const bens = await somebody(ben, '/texts')
  await bens.getByRole('button', { name: 'Request more texts' }).click()
  await expect(bens.getByRole('status').getByText('1 reply assigned')).toBeVisible()
  await bens.getByRole('link', { name: /Maya Lin/ }).click()
  await expect(bens.getByRole('log').getByRole('article')).toContainText(['Hi Maya, can you vote?', 'Where do I vote?'])
  await bens.getByLabel('Your reply').fill('At 12 Main Street.')
  await bens.getByRole('button', { name: 'Send' }).click()
  await expect(bens).toHaveURL('/texts?sent=1')
  sent.push('At 12 Main Street.')
  await expect.poll(texts).toEqual(sent)

  // Vera answers in his place, and he reads who it was.
  await contactWrites(cell, number, 'Will my lawyer be let in?')
  const veras = await somebody(reviewer, '/review?words=lawyer')
  await veras.getByRole('list', { name: 'Conversations found' }).getByRole('link').click()
  const opened = veras.getByRole('region', { name: 'Conversation' })
  await expect(opened.getByText('Ben Texter has this conversation and will lose it when you send.')).toBeVisible()
  await opened.getByLabel('Your answer').fill('Bring whom you like.')
  await opened.getByLabel('No one (back to the pool)').check()
  await opened.getByRole('button', { name: 'Send' }).click()
  await expect(opened.getByText('Your answer was sent.')).toBeVisible()
  sent.push('Bring whom you like.')
  await expect.poll(texts).toEqual(sent)
  await visit('/texts', bens)
  const losses = bens.getByRole('region', { name: 'Released from you' })
  await losses.getByText('1 reply on Early vote was released from you.').click()
  await expect(losses.getByRole('listitem')).toHaveText(/, by Vera Reviewer, who answered it in Message Review\.$/)

  // Ann has the next reply, and Ben still reads who answered in his place.
  await contactWrites(cell, number, 'And on Sunday?')
  const request = page.getByRole('button', { name: 'Request more texts' })
  // Without a script, the number of texts in the pool may be that of a moment ago.
  await expect(async () => {
    await visit('/texts')
    await expect(request).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 10_000 })
  await request.click()
  await expect(page.getByRole('status').getByText('1 reply assigned')).toBeVisible()
  await visit(`/texts/${maya?.id}`, bens)
  await expect(bens.getByText(/released by Vera Reviewer, who answered it in Message Review/)).toBeVisible()

  // Maya wants no more texts: nobody can send one.
  await contactWrites(cell, number, 'STOP')
  await visit(`/texts/${maya?.id}`)
  await expect(page.getByText('This contact has opted out.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send' })).toHaveCount(0)
  await visit(`/review?open=${maya?.id}`, veras)
  await expect(opened.getByRole('log')).toContainText('STOP')
  await expect(opened.getByRole('button', { name: 'Send' })).toHaveCount(0)
  expect(await texts()).toEqual(sent)

  // Until she asks for them.
  await contactWrites(cell, number, 'START')
  await visit(`/texts/${maya?.id}`)
  await expect(page.getByRole('log')).toContainText(/STOP.*START.*This lifted their opt-out\./s)
  await page.getByLabel('Your reply').fill('On Sunday too.')
  await page.getByRole('button', { name: 'Send' }).click()
  sent.push('On Sunday too.')
  await expect.poll(texts).toEqual(sent)
})
