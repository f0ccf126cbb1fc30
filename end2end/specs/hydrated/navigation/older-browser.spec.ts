// A browser without the Navigation API, and so without what came later: every link and form loads a document, as on any site, and the islands live.
import type { Page } from '@playwright/test'
import { received } from '../../../support/carrier.ts'
import { countDocuments } from '../../../support/documents.ts'
import { draftOf } from '../../../support/draft.ts'
import { awake, listening } from '../../../support/hydration.ts'
import { addReplies, createCampaign } from '../../../support/replies.ts'
import { fillInSignIn } from '../../../support/sign-in.ts'
import { expect, test } from '../../../support/test.ts'

/** Takes these from every document of a page, before anything else runs. */
const without = (page: Page, names: string[]) =>
  page.addInitScript((gone) => {
    for (const name of gone) Object.defineProperty(name in AbortSignal ? AbortSignal : window, name, { configurable: true, value: undefined })
  }, names)

test.beforeEach(async ({ page }) => without(page, ['navigation', 'Navigation', 'NavigateEvent', 'NavigationPrecommitController', 'any', 'timeout']))

test('a texter’s day', async ({ page, organization }) => {
  const { ann } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 90, holder: ann, name: 'Maya Lin' },
    { minutes: 60, holder: ann, name: 'Omar Said' },
  ])
  const [maya, omar] = replies
  const name = page.getByRole('heading', { level: 1 })
  await page.goto('/sign-in')
  const documents = countDocuments(page)
  await fillInSignIn(page, ann.email)
  await expect(name).toHaveText('My texts')
  await listening(page)
  // The form leads to the home page by another address.
  const signedIn = documents()
  expect(signedIn).toBeGreaterThan(0)
  await page.getByRole('link', { name: /Maya Lin/ }).click()
  await expect(name).toHaveText('Maya Lin')
  await awake(page)
  expect(documents()).toBe(signedIn + 1)
  await page.getByLabel('Your reply').fill('At 12 Main')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(name).toHaveText('Omar Said')
  await expect(page.getByRole('status').getByText('Your reply was sent.')).toBeVisible()
  expect(documents()).toBe(signedIn + 2)
  await expect.poll(() => received(maya?.cell ?? '')).toMatchObject([{ body: 'At 12 Main' }])
  await awake(page)
  await page.getByLabel('Your reply').fill('By mail')
  await expect(page.getByText('Draft saved')).toBeVisible()
  await page.goBack()
  await expect(name).toHaveText('Maya Lin')
  await page.goForward()
  await expect(name).toHaveText('Omar Said')
  await expect(page.getByLabel('Your reply')).toHaveValue('By mail')
  expect(await draftOf(ann, omar)).toBe('By mail')
})

test('an admin’s form that is refused, and one that is not', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/teams')
  await page.getByLabel('Priority').fill('soon')
  await page.getByRole('button', { name: 'Create team' }).click()
  await expect(page.getByLabel('Title')).toHaveAccessibleDescription('Enter a title.')
  await expect(page.getByLabel('Priority')).toHaveValue('soon')
  await page.getByLabel('Title').fill('Night owls')
  await page.getByLabel('Priority').fill('3')
  await page.getByRole('button', { name: 'Create team' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Night owls' })).toBeVisible()
})

test('a dialog opens, and its figures live', async ({ page, enterAs, organization }) => {
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: organization.ann }])
  await enterAs(organization.admin, '/campaigns')
  await listening(page)
  await page.getByRole('link', { name: 'Release Unhandled Replies' }).click()
  const dialog = page.getByRole('dialog', { name: 'Release Unhandled Replies' })
  await expect(dialog.getByText('1 reply on 1 campaign')).toBeVisible()
  await dialog.getByRole('button', { name: 'Release', exact: true }).click()
  await expect(dialog.getByRole('status').getByText('Released 1 reply on 1 campaign')).toBeVisible()
})
