// A draft is kept as it is typed.
import type { Route } from '@playwright/test'
import { withoutAhead } from '../../support/ahead.ts'
import { pauseClock } from '../../support/clock.ts'
import { follow } from '../../support/documents.ts'
import { draftOf } from '../../support/draft.ts'
import { holdAnswer } from '../../support/late.ts'
import { addReplies, createCampaign, type Reply } from '../../support/replies.ts'
import { signIn } from '../../support/sign-in.ts'
import { test as base, expect } from '../../support/test.ts'

/** A reply that Ann holds. */
const test = base.extend<{ maya: Reply }>({
  maya: async ({ organization }, use) => {
    const campaign = await createCampaign(organization, 'Early vote')
    const [maya] = await addReplies(campaign, [{ minutes: 90, holder: organization.ann }])
    await use(maya as Reply)
  },
})

test('what is typed before the program is there is kept', async ({ page, context, organization, maya }) => {
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  await page.route('**/*.wasm', async (route) => {
    await arrived
    await route.continue()
  })
  await signIn(context, organization.ann)
  await page.goto(`/texts/${maya.id}`)
  await page.getByLabel('Your reply').fill('At 12 Main')
  await expect(page.locator('html[data-live]')).toHaveCount(0)
  arrive()
  await expect(page.getByText('Draft saved')).toBeVisible()
  await expect(page.getByText('10 characters, 1 segment')).toBeVisible()
  await expect(page.getByLabel('Your reply')).toHaveValue('At 12 Main')
  expect(await draftOf(organization.ann, maya)).toBe('At 12 Main')
})

test.describe('as it is typed', () => {
  test.beforeEach(async ({ enterAs, organization, maya }) => {
    await enterAs(organization.ann, `/texts/${maya.id}`)
  })

  test('a draft is saved as it is typed, and there after a reload', async ({ page, visit, maya }) => {
    const box = page.getByLabel('Your reply')
    await box.pressSequentially('At 12 Main')
    await expect(page.getByText('10 characters, 1 segment')).toBeVisible()
    await expect(page.getByText('Draft saved')).toBeVisible()
    await visit(`/texts/${maya.id}`)
    await expect(box).toHaveValue('At 12 Main')

    // Emptied, it is forgotten.
    await box.fill('')
    await expect(page.getByText('Draft saved')).toBeVisible()
    await visit(`/texts/${maya.id}`)
    await expect(box).toHaveValue('')
  })

  test('that a draft could not be saved is said, and the next pause saves it', async ({ page, complaints }) => {
    complaints.expect(/ERR_FAILED/)
    await page.route('**/save-draft', (route) => route.abort())
    await page.getByLabel('Your reply').pressSequentially('At 12')
    await expect(page.getByText('Draft not saved yet')).toBeVisible()
    await page.unroute('**/save-draft')
    await page.getByLabel('Your reply').pressSequentially(' Main')
    await expect(page.getByText('Draft saved')).toBeVisible()
  })

  test('what is typed while the next page is on its way is kept too', async ({ page, organization, maya }) => {
    const box = page.getByLabel('Your reply')
    // The first save and the page are held up; what comes later is not.
    const held: (() => void)[] = []
    const hold = async (route: Route) => {
      if (held.length < 2) await new Promise<void>((pass) => held.push(pass))
      await route.continue()
    }
    await page.route('**/save-draft', hold)
    await page.route('**/texts', hold)
    await box.fill('At 12')
    await page.getByRole('link', { name: 'My texts' }).first().click()
    await expect.poll(() => held.length).toBe(2)
    await box.pressSequentially(' Main')
    // The page comes first, and then the answer about the draft.
    held[1]?.()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('My texts')
    held[0]?.()
    await expect.poll(() => draftOf(organization.ann, maya)).toBe('At 12 Main')
  })

  test('what is typed while the same page comes again stays in the box', async ({ page, organization, maya }) => {
    const answer = await holdAnswer(page, `/texts/${maya.id}`)
    await follow(page, `/texts/${maya.id}`)
    await answer.read
    const box = page.getByLabel('Your reply')
    await box.fill('At 12 Main')
    await answer.deliver()
    await expect(page.locator('html:not([data-navigating])')).toBeAttached()
    await expect(box).toHaveValue('At 12 Main')
    await expect(page.getByText('10 characters, 1 segment')).toBeVisible()
    await expect.poll(() => draftOf(organization.ann, maya)).toBe('At 12 Main')
  })

  test('what is sent leaves no draft behind', async ({ page, visit, maya }) => {
    await page.getByLabel('Your reply').pressSequentially('Yes.')
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(page.getByRole('status').getByText('Your reply was sent.')).toBeVisible()
    await visit(`/texts/${maya.id}`)
    await expect(page.getByLabel('Your reply')).toHaveValue('')
  })

  test('it is called saved when all of it is', async ({ page, organization, maya }) => {
    const box = page.getByLabel('Your reply')
    const saves: (() => void)[] = []
    await page.route('**/save-draft', async (route) => {
      await new Promise<void>((answer) => saves.push(answer))
      await route.continue()
    })
    await box.pressSequentially('At 12')
    await expect.poll(() => saves.length).toBe(1)
    await box.pressSequentially(' Main')
    saves[0]?.()
    // The second save begins when the first has its answer.
    await expect.poll(() => saves.length).toBe(2)
    await expect(page.getByText('Saving the draft…')).toBeVisible()
    saves[1]?.()
    await expect(page.getByText('Draft saved')).toBeVisible()
    expect(await draftOf(organization.ann, maya)).toBe('At 12 Main')
  })
})

test.describe('when no pause is ever over, nor anything tried again', () => {
  test.beforeEach(async ({ page, enterAs, organization, maya }) => {
    await page.clock.install()
    // A text that cannot be sent leaves its page on the screen.
    await withoutAhead(page)
    await enterAs(organization.ann, `/texts/${maya.id}`)
    // A page that missed a heartbeat would be fetched again once it is connected anew: that saves a draft, too.
    await pauseClock(page)
  })

  test('who never rests has it saved all the same', async ({ page }) => {
    const saved = page.waitForRequest(/save-draft/)
    await page.getByLabel('Your reply').pressSequentially('All the way up to the station, ')
    await page.clock.runFor(1)
    expect((await saved).postData()).toContain('All+the+way+up+to+the+st')
  })

  test('who types and leaves at once loses no word', async ({ page, visit, organization, maya }) => {
    await page.getByLabel('Your reply').pressSequentially('At 12 Main')
    await page.getByRole('link', { name: 'My texts' }).click()
    await expect(page).toHaveURL('/texts')
    await expect.poll(() => draftOf(organization.ann, maya)).toBe('At 12 Main')
    await page.clock.resume()
    await visit(`/texts/${maya.id}`)
    await expect(page.getByLabel('Your reply')).toHaveValue('At 12 Main')
  })

  test('a page that goes out of sight leaves no word behind', async ({ page, organization, maya }) => {
    await page.getByLabel('Your reply').pressSequentially('At 12 Main')
    // A browser without windows hides none of its pages; this is all that a page sees of it.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
    await expect.poll(() => draftOf(organization.ann, maya)).toBe('At 12 Main')
  })

  test('a save that failed is tried again', async ({ page, complaints, organization, maya }) => {
    complaints.expect(/ERR_FAILED/)
    await page.route('**/save-draft', (route) => route.abort(), { times: 1 })
    await page.getByLabel('Your reply').pressSequentially('At 12')
    await page.clock.runFor(600)
    await expect(page.getByText('Draft not saved yet')).toBeVisible()
    await page.clock.runFor(2_000)
    await expect(page.getByText('Draft saved')).toBeVisible()
    expect(await draftOf(organization.ann, maya)).toBe('At 12')
  })

  test('it is tried at once when the network is back', async ({ page, context, complaints }) => {
    complaints.expect(/ERR_INTERNET_DISCONNECTED/)
    await context.setOffline(true)
    await page.getByLabel('Your reply').pressSequentially('At 12')
    await page.clock.runFor(600)
    await expect(page.getByText('Draft not saved yet')).toBeVisible()
    await context.setOffline(false)
    await expect(page.getByText('Draft saved')).toBeVisible()
  })

  test('what could not be sent is kept', async ({ page, complaints, organization, maya }) => {
    complaints.expect(/ERR_FAILED/)
    await page.route('**/conversations/send', (route) => route.abort())
    await page.getByLabel('Your reply').pressSequentially('At 12 Main')
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(page.getByRole('alert').getByText('There is no connection to Baton.')).toBeVisible()
    await expect(page.getByText('Draft saved')).toBeVisible()
    expect(await draftOf(organization.ann, maya)).toBe('At 12 Main')
  })
})
