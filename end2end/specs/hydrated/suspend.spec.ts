// A suspension, a role and a session that ends reach the pages that are open.
import { listening } from '../../support/hydration.ts'
import { fillInSignIn, signIn } from '../../support/sign-in.ts'
import { addReplies, createCampaign, holders } from '../../support/replies.ts'
import { received } from '../../support/carrier.ts'
import { password } from '../../support/organization.ts'
import { setRole } from '../../support/role.ts'
import { expect, test } from '../../support/test.ts'

/** Without a reload of the document, and at once: a page reads anew by itself every 30 seconds. */
const SOON = { timeout: 10_000 }

test('a texter who is suspended while typing is at sign-in at once, and finds their text again when lifted', async ({
  page, enterAs, somebody, visit, organization, complaints,
}) => {
  // The undo that is refused, and a draft that is saved as the session ends.
  complaints.expect(/status of 422 .*undo/, /status of 401 .*save-draft/)
  complaints.expectEndOfSession()
  const { admin, ann } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 5, holder: ann, name: 'Maya Lin' }])
  const [maya] = replies
  await enterAs(ann, `/texts/${maya?.id}`)
  await page.getByLabel('Your reply').pressSequentially('At 12 Main Street.')
  await page.evaluate(() => document.documentElement.setAttribute('data-same-document', ''))
  const admins = await somebody(admin, `/people/${ann.member}/suspend`)
  await admins.getByRole('button', { name: 'Suspend' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible(SOON)
  await expect(page.locator('[data-same-document]')).toHaveCount(1)
  await expect(admins.getByText('Released 1 conversation on 1 campaign')).toBeVisible()
  await expect.poll(() => holders(replies)).toEqual([null])
  await fillInSignIn(page, ann.email, password)
  await expect(page.getByRole('alert')).toContainText('Your account is suspended.')

  // Nothing is given back before the suspension is lifted.
  await expect(admins.getByText('It can be undone only once the suspension is lifted.')).toBeVisible()
  await admins.getByRole('button', { name: 'Undo' }).click()
  await expect(admins.getByText('Ann Texter is suspended, so nothing can be given back.')).toBeVisible()
  const release = admins.url()
  await visit(`/people/${ann.member}`, admins)
  await admins.getByRole('button', { name: 'Lift suspension' }).click()
  await expect(admins.getByText('The suspension is lifted.')).toBeVisible()
  await visit(release, admins)
  await admins.getByRole('button', { name: 'Undo' }).click()
  await expect(admins.getByText('Undone: 1 of 1 conversation returned')).toBeVisible()

  await fillInSignIn(page, ann.email, password)
  await expect(page.getByLabel('Your reply')).toHaveValue('At 12 Main Street.')
  expect(await received(maya?.cell ?? '')).toEqual([])
})

test('every window of a texter who is suspended is at sign-in at once, whatever page it shows', async ({
  page, context, enterAs, somebody, visit, organization, complaints,
}) => {
  test.slow()
  complaints.expectEndOfSession()
  const { admin, ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 5, holder: ann }])
  const admins = await somebody(admin, `/people/${ann.member}/suspend`)
  await enterAs(ann, '/texts/past')
  const windows = [page]
  for (const path of ['/texts/closed', '/texts/done', `/texts/${maya?.id}/opt-out`, '/escalated', '/account']) {
    const another = await context.newPage()
    await visit(path, another)
    windows.push(another)
  }
  await admins.getByRole('button', { name: 'Suspend' }).click()
  for (const shown of windows) await expect(shown.getByRole('heading', { name: 'Sign in' })).toBeVisible(SOON)
})

test('another role shows at once in each window, also where nothing else changes', async ({ page, context, enterAs, visit, organization }) => {
  const { ann } = organization
  await enterAs(ann, '/account')
  const past = await context.newPage()
  await visit('/texts/past', past)
  const windows = [page, past]
  for (const shown of windows) await shown.evaluate(() => document.documentElement.setAttribute('data-same-document', ''))
  for (const [role, links] of [['supervolunteer', 1], ['texter', 0]] as const) {
    await setRole(organization, ann, role)
    for (const shown of windows) {
      await expect(shown.getByRole('link', { name: /^Assignment Requests/ })).toHaveCount(links, SOON)
      await expect(shown.locator('[data-same-document]')).toHaveCount(1)
    }
  }
})

test('another role shows at once on the page that is open', async ({ page, enterAs, somebody, organization, complaints }) => {
  complaints.expect(/status of 403/)
  const { admin, ann } = organization
  await enterAs(ann, '/texts')
  await listening(page)
  const admins = await somebody(admin, `/people/${ann.member}`)
  const give = async (role: string) => {
    await admins.getByLabel('Role of Ann Texter').selectOption(role)
    await admins.getByRole('button', { name: 'Change role' }).click()
    await expect(admins.getByText('The role is changed.')).toBeVisible()
  }
  await give('Supervolunteer')
  const requests = page.getByRole('link', { name: /Assignment Requests/ })
  await expect(requests).toBeVisible(SOON)
  await requests.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Assignment Requests' })).toBeVisible()
  await give('Texter')
  await expect(page.getByRole('heading', { level: 1, name: 'You do not have access to this page' })).toBeVisible(SOON)
})

test('signed out everywhere in one browser, the open page of another is at sign-in', async ({ page, browser, enterAs, organization, complaints }) => {
  complaints.expectEndOfSession()
  const { ann } = organization
  await enterAs(ann, '/texts')
  await listening(page)
  const elsewhere = await browser.newContext({ baseURL: process.env.BATON_TEST_URL })
  await signIn(elsewhere, ann)
  const account = await elsewhere.newPage()
  await account.goto('/account')
  await account.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible(SOON)
  await elsewhere.close()
})
