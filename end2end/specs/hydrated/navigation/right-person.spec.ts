// What is typed, sent, tagged and recorded reaches the conversation that it was meant for, however fast somebody goes
// from one to another, and in whatever order the answers come.
import { received } from '../../../support/carrier.ts'
import { follow } from '../../../support/documents.ts'
import { draftOf } from '../../../support/draft.ts'
import { answerOutOfOrder } from '../../../support/late.ts'
import { addReplies, createCampaign } from '../../../support/replies.ts'
import { addTags } from '../../../support/team.ts'
import { expect, test } from '../../../support/test.ts'

const NAVIGATIONS = 100

test('a hundred times from one conversation to the other', async ({ page, enterAs, organization, complaints }) => {
  test.setTimeout(120_000)
  // A page that is left does not wait for its answers.
  complaints.expect(/ERR_ABORTED/)
  const { ann } = organization
  await addTags(organization, ['Wants a sign'], [])
  const [maya, omar] = await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 90, holder: ann, name: 'Maya Lin' },
    { minutes: 60, holder: ann, name: 'Omar Said' },
  ])
  if (maya === undefined || omar === undefined) throw new Error('there are two')
  await enterAs(ann, '/texts')
  await answerOutOfOrder(page, '**/api/conversations/**')
  const sent = { [maya.name]: 0, [omar.name]: 0 }
  for (let step = 0; step < NAVIGATIONS; step += 1) {
    const { id, name } = step % 2 === 0 ? maya : omar
    await follow(page, `/texts/${id}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await page.getByLabel('Your reply').fill(`${name}, step ${step}`)
    if (step % 10 < 2) {
      await page.getByRole('button', { name: 'Send' }).click()
      sent[name] = (sent[name] ?? 0) + 1
    }
    if (step === 44) {
      await page.getByText('Tags', { exact: true }).click()
      await page.getByLabel('Wants a sign').click()
      await page.getByRole('button', { name: 'Save tags' }).click()
    }
  }
  await follow(page, '/texts')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My texts')
  for (const { id, name, cell } of [maya, omar]) {
    const bodies = async () => (await received(cell)).map(({ body }) => body)
    await expect.poll(async () => (await bodies()).length, name).toBe(sent[name])
    for (const body of await bodies()) expect(body).toContain(name)
    const last = name === maya.name ? NAVIGATIONS - 2 : NAVIGATIONS - 1
    await expect.poll(() => draftOf(ann, name === maya.name ? maya : omar), name).toBe(`${name}, step ${last}`)
    await follow(page, `/texts/${id}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await expect(page.getByLabel('Your reply')).toHaveValue(`${name}, step ${last}`)
    await expect(page.getByRole('list', { name: 'Tags' })).toHaveCount(name === maya.name ? 1 : 0)
  }

  // Opted out from one page while the next is asked for.
  await page.getByText('Opt out', { exact: true }).click()
  await page.getByRole('button', { name: 'Yes, opt out' }).click()
  await expect(page).toHaveURL(`/texts?opted_out=${omar.id}`)
  await follow(page, `/texts/${maya.id}`)
  await expect(page.getByRole('button', { name: 'Send' })).toBeEnabled()
})

test('who writes goes on where they were when their page comes again', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(ann, `/texts/${maya?.id}?sent=1`)
  const reply = page.getByLabel('Your reply')
  await expect(page.getByText('Sent.')).toBeVisible()
  await reply.pressSequentially('Yes, in Main Street.')
  for (let press = 0; press < 7; press += 1) await page.keyboard.press('ArrowLeft')
  await follow(page, `/texts/${maya?.id}`)
  await expect(page.getByText('Sent.')).toHaveCount(0)
  await page.keyboard.type('the ')
  await expect(reply).toHaveValue('Yes, in Main the Street.')
})
