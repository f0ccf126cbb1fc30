// A texter asks for replies, the longest waiting first.
import { addReplies, createCampaign, holders } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('a texter gets as many as they ask for, the longest waiting first', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const replies = await addReplies(campaign, [
    { minutes: 30, name: 'Third' },
    { minutes: 300, name: 'First' },
    { minutes: 90, name: 'Second' },
  ])
  await enterAs(ann, '/texts')
  await expect(page.getByText('General: 3 replies')).toBeVisible()
  await expect(page.getByText('longest wait 5 h')).toBeVisible()
  await expect(page.getByLabel('How many?')).toHaveValue('3')
  await page.getByLabel('How many?').fill('2')
  await page.getByRole('button', { name: 'Request more texts' }).click()

  await expect(page.getByRole('status').getByText('2 replies assigned')).toBeVisible()
  await expect(page.getByRole('heading', { name: '2 replies to answer' })).toBeVisible()
  await expect(page.getByRole('list').getByRole('link')).toContainText([/First.*5 h/, /Second.*1 h 30 min/])
  await expect(page.getByText('General: 1 reply')).toBeVisible()
  expect(await holders(replies)).toEqual([null, ann.member, ann.member])
})

test('who asks for more than there is gets all there is, and is told', async ({ page, enterAs, organization }) => {
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }, { minutes: 40 }])
  await enterAs(organization.ann, '/texts')
  await page.getByLabel('How many?').fill('5')
  await page.getByRole('button', { name: 'Request more texts' }).click()
  await expect(page.getByRole('status').getByText('2 of 5: that was all there is')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No texts available right now' })).toBeVisible()
})

test('who comes too late is told that nothing was left', async ({ page, enterAs, somebody, organization, complaints }) => {
  complaints.expect(/ERR_FAILED/)
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }])
  // Ann's page does not hear that Ben was quicker.
  await page.route('**/events*', (route) => route.abort())
  await enterAs(organization.ann, '/texts')
  await expect(page.getByText('General: 1 reply')).toBeVisible()
  const bens = await somebody(organization.ben, '/texts')
  await bens.getByRole('button', { name: 'Request more texts' }).click()
  await expect(bens.getByRole('status').getByText('1 reply assigned')).toBeVisible()

  await page.getByRole('button', { name: 'Request more texts' }).click()
  await expect(page.getByRole('status').getByText('No replies were left to assign.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No texts available right now' })).toBeVisible()
})

test('what is no number is told so in the words of the page, and nothing is assigned', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/status of 4\d\d/)
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }])
  await enterAs(organization.ann, '/texts')
  const wanted = page.getByLabel('How many?')
  for (const [invalid, sentence] of [
    ['0', 'Ask for at least 1.'],
    ['-1', 'Enter how many you want, for example 10.'],
    ['0', 'Ask for at least 1.'],
    ['', 'Enter how many you want, for example 10.'],
  ] as const) {
    await wanted.fill(invalid)
    await page.getByRole('button', { name: 'Request more texts' }).click()
    await expect(page.getByRole('alert').filter({ hasText: sentence }), invalid).toBeVisible()
  }
  await expect(page.getByRole('heading', { name: 'Replies to answer' })).toBeVisible()
  expect(await holders(replies)).toEqual([null])
  // The most that a request may take is a hint, and more is cut down to it.
  await wanted.fill('26')
  await page.getByRole('button', { name: 'Request more texts' }).click()
  await expect(page.getByRole('status').getByText('1 of 25: that was all there is')).toBeVisible()
})
