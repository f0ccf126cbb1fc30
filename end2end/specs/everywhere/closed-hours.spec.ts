// Texting hours are told before anything is typed: that they are over, until when, and by whose clock. What comes next is
// never somebody who cannot be texted now.
import { ahead } from '../../support/ahead.ts'
import { received } from '../../support/carrier.ts'
import { addReplies, createCampaign, createClosedCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('the card and the conversation say when the hours open, and a text sent before is kept', async ({ page, enterAs, organization, complaints, javaScriptEnabled }) => {
  complaints.expect(/status of 4\d\d .*send/)
  const { ann } = organization
  const [maya] = await addReplies(await createClosedCampaign(organization, 'Early vote'), [{ minutes: 60, holder: ann, name: 'Maya Lin' }])
  await enterAs(ann, '/texts')
  const card = page.getByRole('region', { name: 'My campaigns' }).getByRole('listitem')
  await expect(card).toContainText(/Outside texting hours until 9:00 AM, GMT\S* time/)
  await card.getByRole('link', { name: 'Answer replies (1)' }).click()
  await expect(page.getByText(/outside texting hours for this contact until 9:00 AM, GMT\S* time\. What you write is kept\./)).toBeVisible()

  await page.getByLabel('Your reply').fill('At 12 Main Street.')
  if (javaScriptEnabled !== false) await ahead(page)
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('alert').getByText('Your text is kept as a draft; send it after 9:00 AM their time.')).toBeVisible()
  // The script shows the next page before the server has refused.
  if (javaScriptEnabled !== false) await page.getByRole('alert').getByRole('link', { name: 'Back to Maya Lin' }).click()
  await expect(page.getByLabel('Your reply')).toHaveValue('At 12 Main Street.')
  expect(await received(maya?.cell ?? '')).toEqual([])
})

test('the next reply is one that can be answered now, and after the last of them comes home', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  await addReplies(await createClosedCampaign(organization, 'Night owls'), [{ minutes: 200, holder: ann, name: 'Maya Lin' }])
  await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 90, holder: ann, name: 'Omar Said' },
    { minutes: 30, holder: ann, name: 'Kim Park' },
  ])
  await enterAs(ann, '/texts')
  const replies = page.getByRole('region', { name: /repl(y|ies) to answer$/ }).getByRole('listitem')
  await expect(replies).toHaveCount(3)
  await expect(replies.last()).toContainText(/Maya Lin.*Outside texting hours until 9:00 AM, GMT\S* time/)
  await expect(page.getByText(/Outside texting hours/)).toHaveCount(2)
  await page.getByRole('link', { name: 'Answer next (2)' }).click()
  for (const name of ['Omar Said', 'Kim Park']) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await page.getByLabel('Your reply').fill('At 12 Main Street.')
    await page.getByRole('button', { name: 'Send' }).click()
  }
  await expect(page).toHaveURL('/texts?sent=1')
  await expect(replies).toHaveCount(1)
  await expect(page.getByRole('link', { name: /Answer next/ })).toBeHidden()
})
