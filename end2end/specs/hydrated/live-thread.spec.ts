// An opened conversation shows what others do to it, on every page that shows one.
import { withoutAhead } from '../../support/ahead.ts'
import { received } from '../../support/carrier.ts'
import { addFirstTexts } from '../../support/first-texts.ts'
import { awake } from '../../support/hydration.ts'
import { contactWrites } from '../../support/incoming.ts'
import { idIn } from '../../support/links.ts'
import { releaseEverything } from '../../support/release.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { setRole } from '../../support/role.ts'
import { addTags } from '../../support/team.ts'
import { expect, test } from '../../support/test.ts'

test('another’s tag stands there, and what is typed and ticked stays', async ({ page, context, enterAs, organization }) => {
  const { ann } = organization
  await addTags(organization, ['Wants a sign', 'Wrong number'], [])
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  await enterAs(ann, `/texts/${maya?.id}`)
  await page.getByLabel('Your reply').fill('At 12')
  await page.getByText('Tags', { exact: true }).click()
  await page.getByLabel('Wrong number').check()

  const other = await context.newPage()
  await other.goto(`/texts/${maya?.id}`)
  await awake(other)
  await other.getByText('Tags', { exact: true }).click()
  await other.getByLabel('Wants a sign').check()
  await other.getByRole('button', { name: 'Save tags' }).click()
  await expect(other.getByText('The tags were saved.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveText(['Wants a sign'])
  // What is saved from here does not take it off.
  await expect(page.getByLabel('Wants a sign')).toBeChecked()
  await expect(page.getByLabel('Wrong number')).toBeChecked()
  await expect(page.getByLabel('Your reply')).toHaveValue('At 12')
})

test('a text that is sent in another window stands there, with the way to a page that can send after it', async ({
  page, context, enterAs, organization, complaints,
}) => {
  complaints.expect(/status of 409 .*send/)
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  // The answer is awaited on its page.
  await withoutAhead(page)
  await enterAs(ann, `/texts/${maya?.id}`)
  const other = await context.newPage()
  await other.goto(`/texts/${maya?.id}`)
  await awake(other)
  const reply = page.getByLabel('Your reply')
  await reply.fill('And bring a friend.')
  await other.getByLabel('Your reply').fill('At 12 Main')
  await other.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('log')).toContainText('At 12 Main')
  const notice = page.getByRole('status').filter({ hasText: 'A text was sent in this conversation since you opened it' })
  await expect(notice).toBeVisible()
  // It stays when a text is refused for it.
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'This conversation changed since you opened it.' })).toBeVisible()
  await notice.getByRole('link', { name: 'Open it again' }).click()
  await expect(notice).toHaveCount(0)
  await expect(reply).toHaveValue('And bring a friend.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect.poll(() => received(maya?.cell ?? '')).toHaveLength(2)
})

test('whose contact has opted out sees their START, and the way to the reply box', async ({ page, enterAs, organization }) => {
  const { ann, number } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  await contactWrites(maya?.cell ?? '', number, 'Stop')
  await enterAs(ann, `/texts/${maya?.id}`)
  await expect(page.getByText('This contact has opted out.')).toBeVisible()
  await contactWrites(maya?.cell ?? '', number, 'Start')
  await expect(page.getByRole('log')).toContainText('This lifted their opt-out.')
  await expect(page.getByText('This contact has opted out.')).toHaveCount(0)
  await page.getByRole('status').getByRole('link', { name: 'Open it again' }).click()
  await expect(page.getByLabel('Your reply')).toBeVisible()
})

test('a released conversation that no one has taken shows what comes in', async ({ page, browser, enterAs, organization }) => {
  const { ann, number } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  await enterAs(ann, `/texts/${maya?.id}`)
  await page.getByLabel('Your reply').fill('At 12')
  await releaseEverything(browser, organization)
  await expect(page.getByText('No one has taken it yet')).toBeVisible()
  await contactWrites(maya?.cell ?? '', number, 'Never mind')
  await expect(page.getByRole('log')).toContainText('Never mind')
  await expect(page.getByLabel('Your reply')).toHaveValue('At 12')
})

test('an admin who reads a conversation sees what comes in', async ({ page, enterAs, organization }) => {
  const { admin, ann, number } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  await enterAs(admin, `/texts/${maya?.id}`)
  await contactWrites(maya?.cell ?? '', number, 'And until when?')
  await expect(page.getByRole('log')).toContainText('And until when?')
})

test('Message Review shows what its texter does, and what comes in, and leaves what is typed alone', async ({
  page, enterAs, somebody, organization,
}) => {
  const { ann, ben, number } = organization
  await setRole(organization, ben, 'supervolunteer')
  await addTags(organization, ['Wants a sign'], [])
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  const anns = await somebody(ann, `/texts/${maya?.id}`)
  await enterAs(ben, `/review?open=${maya?.id}`)
  const opened = page.getByRole('region', { name: 'Conversation' })
  const loser = opened.getByText('Ann Texter has this conversation and will lose it when you send.')
  await expect(loser).toBeVisible()
  await opened.getByLabel('Your answer').fill('We will')
  await contactWrites(maya?.cell ?? '', number, 'And until when?')
  await expect(opened.getByRole('log')).toContainText('And until when?')
  await anns.getByText('Tags', { exact: true }).click()
  await anns.getByLabel('Wants a sign').check()
  await anns.getByRole('button', { name: 'Save tags' }).click()
  await expect(opened.getByRole('list', { name: 'Tags' })).toHaveText('Wants a sign')
  await expect(anns.getByText('The tags were saved.')).toBeVisible()
  await anns.getByRole('button', { name: 'Close' }).click()
  await expect(opened).toContainText('Early vote · With Ann Texter · Closed')
  await expect(opened.getByLabel('Your answer')).toHaveValue('We will')
  await expect(opened.getByLabel('Your answer')).toBeFocused()

  const options = { headers: { accept: 'text/html' }, maxRedirects: 0 }
  const chosen = { back: '/review', change: 'unassign', 'conversations[0]': maya?.id ?? 0 }
  const prepared = await page.request.post('/api/reviews/prepare-bulk', { form: chosen, ...options })
  const action = idIn(prepared.headers().location) ?? ''
  await page.request.post('/api/reviews/start-bulk', { form: { action }, ...options })
  await expect(opened).toContainText('Early vote · With no one · Closed')
  await expect(loser).toHaveCount(0)
})

test('the wait in its head grows as time passes', async ({ page, enterAs, organization }) => {
  const { admin, ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 54, holder: ann, name: 'Maya Lin' }])
  await page.clock.install()
  // Whoever holds it, and an admin who reads it.
  for (const reader of [ann, admin]) {
    // Nothing of the page of who read it before is under way when another session begins.
    await page.goto('about:blank')
    await enterAs(reader, `/texts/${maya?.id}`)
    const wait = page.locator('.contact-line .wait')
    await expect(wait).toHaveText(/^5[45] min$/)
    await expect(wait).toHaveClass(/wait-soon/)
    await page.clock.fastForward('06:00')
    await expect(wait).toHaveText(/^1 h( 1 min)?$/)
    await expect(wait).toHaveClass(/wait-long/)
  }
})

test('that the contact waits stands in its head when they first write', async ({ page, enterAs, visit, organization }) => {
  const { ann, number } = organization
  const [maya] = await addFirstTexts(await createCampaign(organization, 'Early vote'), 'Hi {firstName}', [{ holder: ann, name: 'Maya Lin' }])
  await enterAs(ann, `/texts/${maya?.id}`)
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page).toHaveURL('/texts?sent=first')
  await expect(page.getByRole('status').getByText('Your initial message was sent.')).toBeVisible()
  await visit(`/texts/${maya?.id}`)
  const wait = page.locator('.contact-line .wait')
  await expect(page.getByRole('log')).toContainText('Hi Maya')
  await expect(wait).toHaveCount(0)
  await contactWrites(maya?.cell ?? '', number, 'Where do I vote?')
  await expect(wait).toHaveText('just now')
})
