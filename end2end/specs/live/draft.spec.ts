// A draft is kept as it is typed.
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('a draft is saved as it is typed, and there after a reload', async ({ page, enterAs, visit, organization }) => {
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(ann, `/texts/${maya?.id}`)
  const box = page.getByLabel('Your reply')
  await box.pressSequentially('At 12 Main')
  await expect(page.getByText('10 characters, 1 segment')).toBeVisible()
  await expect(page.getByText('Draft saved')).toBeVisible()
  await visit(`/texts/${maya?.id}`)
  await expect(box).toHaveValue('At 12 Main')

  // Emptied, it is forgotten.
  await box.fill('')
  await expect(page.getByText('Draft saved')).toBeVisible()
  await visit(`/texts/${maya?.id}`)
  await expect(box).toHaveValue('')
})

test('that a draft could not be saved is said, and the next pause saves it', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/ERR_FAILED/)
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(ann, `/texts/${maya?.id}`)
  await page.route('**/save-draft', (route) => route.abort(), { times: 1 })
  await page.getByLabel('Your reply').pressSequentially('At 12')
  await expect(page.getByText('Draft not saved yet')).toBeVisible()
  await page.getByLabel('Your reply').pressSequentially(' Main')
  await expect(page.getByText('Draft saved')).toBeVisible()
})

test('what is sent leaves no draft behind', async ({ page, enterAs, visit, organization }) => {
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(ann, `/texts/${maya?.id}`)
  await page.getByLabel('Your reply').pressSequentially('Yes.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page).toHaveURL('/texts?sent=1')
  await visit(`/texts/${maya?.id}`)
  await expect(page.getByLabel('Your reply')).toHaveValue('')
})

test('who never rests has it saved all the same', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await page.clock.install()
  await enterAs(ann, `/texts/${maya?.id}`)
  // In a clock that stands still no pause is ever over.
  await page.clock.pauseAt(Date.now() + 60_000)
  const saved = page.waitForRequest(/save-draft/)
  await page.getByLabel('Your reply').pressSequentially('All the way up to the station, ')
  await page.clock.runFor(1)
  expect((await saved).postData()).toContain('All+the+way+up+to+the+st')
})
