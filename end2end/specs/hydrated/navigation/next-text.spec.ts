// The next text is there at once, while the one before is still being sent; and one that is not sent is not lost.
import type { Page } from '@playwright/test'
import { ahead } from '../../../support/ahead.ts'
import { received } from '../../../support/carrier.ts'
import { pauseClock } from '../../../support/clock.ts'
import { addFirstTexts } from '../../../support/first-texts.ts'
import { holdAnswer } from '../../../support/late.ts'
import type { Organization } from '../../../support/organization.ts'
import { holdRefusal, refuseText } from '../../../support/refusal.ts'
import { releaseEverything } from '../../../support/release.ts'
import { addReplies, createCampaign, holders, type Reply } from '../../../support/replies.ts'
import { fillInSignIn } from '../../../support/sign-in.ts'
import { test as base, expect } from '../../../support/test.ts'

const SEND = '/api/conversations/send'

/** Three replies that Ann holds, the first of which she has opened. */
const test = base.extend<{ replies: Reply[] }>({
  replies: async ({ enterAs, organization }, use) => {
    const names = ['Maya Lin', 'Omar Said', 'Zoe Park']
    const waiting = names.map((name, place) => ({ minutes: 200 - place, holder: organization.ann, name }))
    const replies = await addReplies(await createCampaign(organization, 'Early vote'), waiting)
    await enterAs(organization.ann, `/texts/${replies[0]?.id}`)
    await use(replies)
  },
})

/** Three replies that Ann holds, of which Omar's alone has waited for so long that it is released. */
async function addOneForLong(organization: Organization) {
  const waiting = [['Maya Lin', 10], ['Omar Said', 60], ['Zoe Park', 5]] as const
  const replies = waiting.map(([name, minutes]) => ({ name, minutes, holder: organization.ann }))
  const [maya, omar, zoe] = await addReplies(await createCampaign(organization, 'Early vote'), replies)
  if (!maya || !omar || !zoe) throw new Error('there are three')
  return { maya, omar, zoe }
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Waits until the next page is there, and sends. */
async function send(page: Page, text: string) {
  await page.getByLabel('Your reply').fill(text)
  await ahead(page)
  await page.getByRole('button', { name: 'Send' }).click()
}

test('it is there before the one before was sent', async ({ page, replies }) => {
  // As late as that the page after the next one is asked for before it has arrived.
  const late = await holdAnswer(page, SEND)
  await send(page, 'At 12 Main')
  await expect(heading(page)).toHaveText('Omar Said')
  await expect(page.getByRole('status').getByText('Sending…')).toBeVisible()
  await expect(page.getByRole('status').getByText('Your reply was sent.')).toHaveCount(0)
  await expect(page.locator('form[data-ahead]')).toHaveAttribute('data-ahead', new RegExp(`/texts/${replies[2]?.id}`))
  await late.read
  await late.deliver()
  await expect(page.getByRole('status').getByText('Your reply was sent.')).toBeVisible()
  await expect.poll(() => received(replies[0]?.cell ?? '')).toMatchObject([{ body: 'At 12 Main' }])

  // What comes next is asked for again, now that Maya is answered.
  await page.reload()
  await send(page, 'By mail')
  await expect(heading(page)).toHaveText('Zoe Park')
  // This page was fetched before Omar was answered, and knows that he is.
  await expect(page.getByRole('link', { name: 'Next reply' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Previous' })).toHaveAttribute('href', `/texts/${replies[1]?.id}#latest`)
  await send(page, 'Tomorrow')
  await expect(heading(page)).toHaveText('My texts')
  await expect(page.getByText('Nothing to answer')).toBeVisible()
})

test('a text that was not sent is said so, and is where it was written', async ({ page, complaints, replies }) => {
  complaints.expect(/status of 422/)
  await refuseText(page)
  await send(page, 'At 12 Main')
  await expect(heading(page)).toHaveText('Omar Said')
  const alert = page.getByRole('alert').filter({ hasText: 'Your text to Maya Lin was not sent.' })
  await expect(alert).toBeVisible()
  await page.getByLabel('Your reply').fill('For Omar')
  // It stays in view on other pages.
  await page.getByRole('link', { name: 'My texts' }).first().click()
  await expect(heading(page)).toHaveText('My texts')
  await alert.getByRole('link', { name: 'Back to Maya Lin' }).click()
  await expect(heading(page)).toHaveText('Maya Lin')
  await expect(page.getByLabel('Your reply')).toHaveValue('At 12 Main')
  await expect(alert).toHaveCount(0)
  await send(page, 'At 12 Main')
  await expect(heading(page)).toHaveText('Omar Said')
  await expect(page.getByLabel('Your reply')).toHaveValue('For Omar')
  await expect.poll(() => received(replies[0]?.cell ?? '')).toMatchObject([{ body: 'At 12 Main' }])
  expect(await received(replies[1]?.cell ?? '')).toEqual([])
})

test('a text that was not sent is shown to nobody else', async ({ page, complaints, organization, replies }) => {
  expect(replies).toHaveLength(3)
  complaints.expect(/status of 422/)
  complaints.expectEndOfSession()
  await refuseText(page)
  await send(page, 'At 12 Main')
  const alert = page.getByRole('alert').filter({ hasText: 'Your text to Maya Lin was not sent.' })
  await expect(alert).toBeVisible()
  await page.getByRole('link', { name: 'My texts' }).first().click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await fillInSignIn(page, organization.ben.email)
  await expect(page).toHaveURL('/texts')
  await expect(alert).toBeHidden()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await fillInSignIn(page, organization.ann.email)
  await expect(alert).toBeVisible()
})

test('it is its writer’s, whoever is signed in when it fails', async ({ page, complaints, organization, replies }) => {
  expect(replies).toHaveLength(3)
  complaints.expect(/status of 4/)
  const fail = await holdRefusal(page)
  await send(page, 'At 12 Main')
  await expect(heading(page)).toHaveText('Omar Said')
  await page.getByRole('link', { name: 'My texts' }).first().click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await fillInSignIn(page, organization.ben.email)
  await expect(page).toHaveURL('/texts')
  fail()
  const alert = page.getByText('Your text to Maya Lin was not sent.')
  await expect(alert).toBeAttached()
  await expect(alert).toBeHidden()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await fillInSignIn(page, organization.ann.email)
  await alert.getByRole('link', { name: 'Back to Maya Lin' }).click()
  await expect(heading(page)).toHaveText('Maya Lin')
  await expect(page.getByLabel('Your reply')).toHaveValue('At 12 Main')
})

test('a text that was not sent can be copied where nothing can be sent any more', async ({ page, browser, somebody, organization, complaints, replies }) => {
  complaints.expect(/ERR_FAILED|status of 422/)
  // A draft would keep it from being released.
  await page.route('**/conversations/*', (route) => route.abort())
  await refuseText(page)
  await send(page, 'At 12 Main')
  const alert = page.getByRole('alert').filter({ hasText: 'Your text to Maya Lin was not sent.' })
  await expect(alert).toBeVisible()
  await releaseEverything(browser, organization)
  const bens = await somebody(organization.ben, '/texts')
  await bens.getByRole('button', { name: 'Request more texts' }).click()
  await expect(bens.getByRole('link', { name: /Maya Lin/ })).toBeVisible()
  await alert.getByRole('link', { name: 'Back to Maya Lin' }).click()
  await expect(page).toHaveURL(`/texts/${replies[0]?.id}`)
  await expect(alert).toContainText('You wrote: “At 12 Main”')
  await alert.getByRole('button', { name: 'OK' }).click()
  await expect(alert).toHaveCount(0)
})

test('what was released meanwhile is not what comes next', async ({ page, browser, organization, replies }) => {
  await expect(page.locator('form[data-ahead]')).toHaveAttribute('data-ahead', new RegExp(`/texts/${replies[1]?.id}`))
  await releaseEverything(browser, organization)
  await expect(page.getByText('No one has taken it yet: if you send, it is yours again.')).toBeVisible()
  await expect(page.locator('form[data-ahead]')).toHaveAttribute('data-ahead', /\/texts\?sent=1$/)
})

test('where that alone was released, another is what comes next', async ({ page, browser, enterAs, organization }) => {
  const { maya, omar, zoe } = await addOneForLong(organization)
  await enterAs(organization.ann, `/texts/${maya.id}`)
  const next = page.locator('form[data-ahead]')
  await expect(next).toHaveAttribute('data-ahead', new RegExp(`/texts/${omar.id}\\?`))
  await releaseEverything(browser, organization)
  await expect(next).toHaveAttribute('data-ahead', new RegExp(`/texts/${zoe.id}\\?`))
  await send(page, 'At 12 Main')
  await expect(heading(page)).toHaveText('Zoe Park')
  expect(await holders([omar])).toEqual([null])
})

test('who sends before that is known reads on the next page that another has it', async ({ page, browser, enterAs, somebody, organization }) => {
  const { maya, omar } = await addOneForLong(organization)
  await enterAs(organization.ann, `/texts/${maya.id}`)
  await expect(page.locator('form[data-ahead]')).toHaveAttribute('data-ahead', new RegExp(`/texts/${omar.id}\\?`))
  const bens = await somebody(organization.ben, '/texts')
  // What comes next by now does not arrive.
  await page.route(/\/texts\/next\?after=/, () => {})
  await releaseEverything(browser, organization)
  await bens.getByRole('button', { name: 'Request more texts' }).click()
  await expect(bens.getByRole('heading', { name: '1 reply to answer' })).toBeVisible()
  await send(page, 'At 12 Main')
  await expect(heading(page)).toHaveText('Omar Said')
  await expect(page.getByRole('status').getByText('Ben Texter has it now, so nothing can be sent from here.')).toBeVisible()
  await page.getByLabel('Your reply').fill('For Omar')
  await expect(page.getByRole('button', { name: 'Send' })).toBeDisabled()
  await expect.poll(() => received(maya.cell)).toMatchObject([{ body: 'At 12 Main' }])
  expect(await received(omar.cell)).toEqual([])
})

test('one press sends one first text', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'En español')
  const unsent = ['Ada One', 'Bea Two', 'Cleo Three'].map((name) => ({ name, holder: ann }))
  const contacts = await addFirstTexts(campaign, 'Hola {firstName}', unsent)
  await enterAs(ann, `/texts/${contacts[0]?.id}`)
  await ahead(page)
  await page.getByRole('button', { name: 'Send' }).dblclick()
  await expect(heading(page)).toHaveText('Bea Two')
  await expect(page.getByRole('status').getByText('Your initial message was sent.')).toBeVisible()
  await ahead(page)
  // Held down, Enter is one press too.
  await expect(page.getByRole('button', { name: 'Send' })).toBeEnabled()
  await page.getByRole('button', { name: 'Send' }).focus()
  await page.keyboard.down('Enter')
  await page.keyboard.down('Enter')
  await expect(heading(page)).toHaveText('Cleo Three')
  await expect(page.getByRole('button', { name: 'Send' })).toBeFocused()
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(page.getByRole('status').getByText('Your initial message was sent.')).toBeVisible()
  await expect(heading(page)).toHaveText('Cleo Three')
  expect(await received(contacts[2]?.cell ?? '')).toEqual([])
})

test('a second press half a second later is still for the first text', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const unsent = ['Ada One', 'Bea Two', 'Cleo Three'].map((name) => ({ name, holder: ann }))
  const [, bea] = await addFirstTexts(campaign, 'Hello {firstName}', unsent)
  await page.clock.install()
  await enterAs(ann, '/texts')
  await page.getByRole('link', { name: 'Send initial messages (3)' }).click()
  await ahead(page)
  // A page that missed a heartbeat would be fetched again once it is connected anew.
  await pauseClock(page)
  const send = page.getByRole('button', { name: 'Send' })
  await expect(send).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Bea Two')
  await expect(send).toBeDisabled()
  await page.clock.runFor(499)
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Bea Two')
  // Begun too soon, and let go when the button takes presses again.
  await page.keyboard.down('Space')
  await page.clock.runFor(1)
  await expect(send).toBeEnabled()
  await page.keyboard.up('Space')
  await page.clock.runFor(500)
  await expect(heading(page)).toHaveText('Bea Two')
  expect(await received(bea?.cell ?? '')).toEqual([])
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Cleo Three')
  await expect.poll(() => received(bea?.cell ?? '')).toMatchObject([{ body: 'Hello Bea' }])
})

test('Enter that is held for two seconds sends one first text', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const unsent = ['Ada One', 'Bea Two', 'Cleo Three'].map((name) => ({ name, holder: ann }))
  const [ada, bea, cleo] = await addFirstTexts(campaign, 'Hello {firstName}', unsent)
  await page.clock.install()
  await enterAs(ann, `/texts/${ada?.id}`)
  await ahead(page)
  await pauseClock(page)
  const send = page.getByRole('button', { name: 'Send' })
  await expect(send).toBeEnabled()
  await send.focus()
  // As a keyboard repeats it, thirty times a second: some before the next one is there, some after.
  const repeat = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      await page.keyboard.down('Enter')
      await page.clock.runFor(33)
    }
  }
  await repeat(10)
  await expect(heading(page)).toHaveText('Bea Two')
  await expect(send).toBeFocused()
  await repeat(50)
  await page.keyboard.up('Enter')
  await expect(send).toBeEnabled()
  await expect(heading(page)).toHaveText('Bea Two')
  // A press of its own sends it: the two before were not on their way.
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Cleo Three')
  await expect.poll(() => received(bea?.cell ?? '')).toMatchObject([{ body: 'Hello Bea' }])
  await expect.poll(() => received(ada?.cell ?? '')).toHaveLength(1)
  expect(await received(cleo?.cell ?? '')).toEqual([])
})

test('what is pressed twice or held on the link to a text does not send it', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const unsent = ['Ada One', 'Bea Two', 'Cleo Three'].map((name) => ({ name, holder: ann }))
  const [ada, bea] = await addFirstTexts(campaign, 'Hello {firstName}', unsent)
  await page.clock.install()
  await enterAs(ann, '/texts')
  const link = page.getByRole('link', { name: 'Send initial messages (3)' })
  const send = page.getByRole('button', { name: 'Send' })
  await pauseClock(page)
  await link.press('Enter')
  await expect(send).toBeFocused()
  await page.keyboard.press('Enter')
  await page.clock.runFor(500)
  await expect(send).toBeEnabled()
  await expect(heading(page)).toHaveText('Ada One')

  await page.getByRole('link', { name: 'My texts' }).first().click()
  await link.focus()
  await page.keyboard.down('Space')
  await expect(send).toBeFocused()
  await page.clock.runFor(500)
  await expect(send).toBeEnabled()
  await page.keyboard.down('Space')
  await page.keyboard.up('Space')
  // Had one of them sent the first, this would send the second.
  await page.clock.runFor(500)
  await expect(send).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Bea Two')
  await expect.poll(() => received(ada?.cell ?? '')).toHaveLength(1)
  expect(await received(bea?.cell ?? '')).toEqual([])
})
