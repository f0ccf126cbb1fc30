// Baton is one page: whatever is followed, posted or gone back to, the document stays. So it does where the program cannot
// be loaded, and in a browser that changes the address before the page is there.
import type { Page } from '@playwright/test'
import { expectAccessible } from '../../../support/accessibility.ts'
import type { Complaints } from '../../../support/complaints.ts'
import { countDocuments } from '../../../support/documents.ts'
import { listening } from '../../../support/hydration.ts'
import { addReplies, createCampaign } from '../../../support/replies.ts'
import { fillInSignIn, signIn } from '../../../support/sign-in.ts'
import { expect, test } from '../../../support/test.ts'

const title = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

/** The browsers in which somebody spends the day, and whether the program is there. */
const browsers = [
  { where: '', live: true, prepare: async () => {} },
  {
    where: ', without the program',
    live: false,
    prepare: async (page: Page, complaints: Complaints) => {
      complaints.expect(/ERR_FAILED|Failed to fetch/)
      await page.route('**/*.wasm', (route) => route.abort())
    },
  },
  {
    where: ', where the address changes first',
    live: true,
    prepare: async (page: Page) => page.addInitScript(() => delete (window as Partial<Window & { NavigationPrecommitController: unknown }>).NavigationPrecommitController),
  },
]

for (const { where, live, prepare } of browsers) {
  test(`an admin’s day${where}`, async ({ page, organization, complaints }) => {
    complaints.expectEndOfSession()
    const { admin, ann } = organization
    await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
    await prepare(page, complaints)
    const documents = countDocuments(page)
    await page.goto('/sign-in')
    await fillInSignIn(page, admin.email)
    await title(page, 'Campaigns')
    if (live) await listening(page)
    await page.getByRole('link', { name: 'Early vote', exact: true }).click()
    await title(page, 'Early vote')
    await page.goBack()
    await title(page, 'Campaigns')
    if (live) await listening(page)
    await page.goForward()
    await title(page, 'Early vote')
    await page.getByRole('link', { name: 'Baton' }).click()
    await title(page, 'Campaigns')
    await page.getByRole('link', { name: 'Release Unhandled Replies' }).click()
    const form = live ? page.getByRole('dialog', { name: 'Release Unhandled Replies' }) : page.getByRole('main')
    await form.getByRole('button', { name: 'Release', exact: true }).click()
    await expect(form.getByRole('status').getByText('Released 1 reply on 1 campaign')).toBeVisible()
    if (live) await form.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('link', { name: 'Release history' }).first().click()
    await title(page, 'Release history')
    await expectAccessible(page, 'the history, after a navigation')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await title(page, 'Sign in')
    expect(documents()).toBe(1)
  })

  test(`a texter’s day${where}`, async ({ page, organization, complaints }) => {
    const { ann } = organization
    await addReplies(await createCampaign(organization, 'Early vote'), [
      { minutes: 90, name: 'Maya Lin' },
      { minutes: 60, name: 'Omar Said' },
    ])
    await prepare(page, complaints)
    const documents = countDocuments(page)
    await page.goto('/sign-in')
    await fillInSignIn(page, ann.email)
    await title(page, 'My texts')
    if (live) await listening(page)
    await page.getByLabel('How many?').fill('2')
    await page.getByRole('button', { name: 'Request more texts' }).click()
    await page.getByRole('link', { name: /Maya Lin/ }).click()
    for (const name of ['Maya Lin', 'Omar Said']) {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
      await page.getByLabel('Your reply').fill(`Hello ${name}`)
      await page.getByRole('button', { name: 'Send' }).click()
    }
    await expect(page).toHaveURL('/texts?sent=1')
    await expect(page.getByText('Nothing to answer')).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Omar Said')
    await expect(page.getByLabel('Your reply')).toHaveValue('')
    await expectAccessible(page, 'a conversation, after going back')
    expect(documents()).toBe(1)
  })
}

test('what is pressed as the program turns out not to load is not moved away', async ({ page, context, organization, complaints }) => {
  complaints.expect(/ERR_FAILED|Failed to fetch/)
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, name: 'Maya Lin' }])
  let abort = () => {}
  const held = new Promise<void>((resolve) => (abort = resolve))
  await page.route('**/*.wasm', async (route) => {
    await held
    await route.abort()
  })
  await signIn(context, organization.ann)
  await page.goto('/texts')
  await page.getByRole('button', { name: 'Request more texts' }).hover()
  await page.mouse.down()
  const failed = page.waitForEvent('console', (message) => message.text().includes('Failed to fetch'))
  abort()
  await failed
  await page.mouse.up()
  await expect(page.getByRole('link', { name: /Maya Lin/ })).toBeVisible()
})
