// What is typed, sent, tagged and recorded reaches the conversation that it was meant for, however fast somebody goes
// from one to another, and in whatever order the answers come.
import { ahead } from '../../../support/ahead.ts'
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
  // Tags that are still being saved are asked about.
  complaints.answer(true)
  const { ann } = organization
  const titles = { 'Maya Lin': 'Wants a sign', 'Omar Said': 'Wants a ride' }
  await addTags(organization, Object.values(titles), [])
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya, omar] = await addReplies(campaign, [
    { minutes: 90, holder: ann, name: 'Maya Lin' },
    { minutes: 60, holder: ann, name: 'Omar Said' },
  ])
  if (maya === undefined || omar === undefined) throw new Error('there are two')
  // Each of them opts out, between two conversations.
  const leaving = await addReplies(campaign, Array.from({ length: NAVIGATIONS / 10 }, (_, place) => ({ minutes: 30, holder: ann, name: `Zoe ${place}` })))
  await enterAs(ann, '/texts')
  // The requests of the pages, and the pages themselves, also those that are fetched ahead.
  await answerOutOfOrder(page, '**/api/conversations/**')
  await answerOutOfOrder(page, /\/texts\/(\d+|next\?.*)$/)
  const sent = { [maya.name]: 0, [omar.name]: 0 }
  // What the server was asked for, which whoever leaves its page at once does not wait for.
  const asked: string[] = []
  page.on('request', (request) => {
    if (/\/(tag|opt-out)$/.test(new URL(request.url()).pathname) && request.method() === 'POST') asked.push(request.postData() ?? '')
  })
  const pressed = { tags: 0, optOuts: 0 }
  for (let step = 0; step < NAVIGATIONS; step += 1) {
    const { id, name } = step % 2 === 0 ? maya : omar
    await follow(page, `/texts/${id}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await page.getByLabel('Your reply').fill(`${name}, step ${step}`)
    if (step % 10 < 2) {
      // Every other pair waits until the next text is there, and goes on behind it.
      if (step % 20 < 2) await ahead(page)
      await page.getByRole('button', { name: 'Send' }).click()
      sent[name] = (sent[name] ?? 0) + 1
    }
    if (step % 10 === 4 || step % 10 === 5) {
      await page.getByText('Tags', { exact: true }).click()
      await page.getByLabel(name === maya.name ? titles['Maya Lin'] : titles['Omar Said']).check()
      await page.getByRole('button', { name: 'Save tags' }).click({ noWaitAfter: true })
      pressed.tags += 1
    }
    if (step % 10 === 7) {
      const zoe = leaving[Math.floor(step / 10)]
      await follow(page, `/texts/${zoe?.id}/opt-out`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/No more texts/)
      await page.getByRole('button', { name: 'Yes, opt out' }).click({ noWaitAfter: true })
      pressed.optOuts += 1
    }
    // The request is made; the answer is late.
    await expect.poll(() => asked.length).toBe(pressed.tags + pressed.optOuts)
  }
  expect(pressed).toEqual({ tags: 20, optOuts: 10 })
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
    // Their own tag, and nobody has opted them out.
    const own = name === maya.name ? titles['Maya Lin'] : titles['Omar Said']
    await expect(page.getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveText([own])
    await expect(page.getByRole('button', { name: 'Send' })).toBeEnabled()
  }
  for (const { id, name } of leaving) {
    await follow(page, `/texts/${id}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await expect(page.getByText('This contact has opted out')).toBeVisible()
    await expect(page.getByRole('list', { name: 'Tags' })).toHaveCount(0)
  }
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
