// Navigations that do not come to their page: no network, a session that has ended, another version of the program.
import type { Page } from '@playwright/test'
import { ahead, withoutAhead } from '../../../support/ahead.ts'
import { received } from '../../../support/carrier.ts'
import type { Complaints } from '../../../support/complaints.ts'
import { countDocuments, follow } from '../../../support/documents.ts'
import { draftOf } from '../../../support/draft.ts'
import { holdPost } from '../../../support/late.ts'
import { addReplies, createCampaign } from '../../../support/replies.ts'
import { fillInSignIn, signIn } from '../../../support/sign-in.ts'
import { expect, test } from '../../../support/test.ts'
import { turn } from '../../../support/turn.ts'

/** Sends a form that no page comes of; gives what is said of it. Whatever looks for elements would wait for the page. */
async function sendInVain(page: Page, button: string) {
  await page.getByRole('button', { name: button }).click({ noWaitAfter: true })
  const said = () => page.evaluate(() => document.querySelector('main > [role=alert]')?.textContent)
  await expect.poll(said).toBeTruthy()
  return { sentence: await said(), title: await page.evaluate(() => document.querySelector<HTMLInputElement>('[name=title]')?.value) }
}

/** The page does not hear of it, as one that has no connection: it finds out when it asks for something. */
async function signOutElsewhere(page: Page, complaints: Complaints) {
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  // What the page asks for until it is left is refused.
  complaints.expect(/status of 401/)
  const signedOut = await page.request.post('/api/session/sign-out', { maxRedirects: 0 })
  expect(signedOut.status()).toBeLessThan(400)
}

test('without a network the page stays, with what is typed', async ({ page, context, enterAs, organization, complaints }) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED/)
  await enterAs(organization.admin, '/teams')
  await page.getByLabel('Title').fill('Night owls')
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Baton' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'There is no connection to Baton.' })).toBeVisible()
  await expect(page).toHaveURL('/teams')
  await expect(page.getByLabel('Title')).toHaveValue('Night owls')
  await context.setOffline(false)
  // Now it would be lost.
  complaints.answer(true)
  await page.getByRole('link', { name: 'Baton' }).click()
  await expect(page).toHaveURL('/campaigns')
})

test('a form that is refused as it is leaves its page, with what is typed', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/status of 413/)
  await enterAs(organization.admin, '/teams')
  const documents = countDocuments(page)
  const requests: string[] = []
  page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`))
  const long = 'Night owls '.repeat(6_000)
  await page.getByLabel('Title').evaluate((field: HTMLInputElement, text) => (field.value = text), long)
  expect(await sendInVain(page, 'Create team')).toEqual({
    sentence: 'Nothing was saved, because it is too long. Shorten it and try again.',
    title: long,
  })
  expect(new URL(page.url()).pathname).toBe('/teams')
  expect(documents()).toBe(0)
  expect(requests.filter((request) => request.includes('/api/'))).toEqual(['POST /api/teams/create'])
})

test('a form that is answered by something else than Baton leaves its page too', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/status of 502/)
  await enterAs(organization.admin, '/teams')
  const documents = countDocuments(page)
  await page.route('**/teams/create?*', (route) => route.fulfill({ status: 502, contentType: 'text/plain', body: 'Bad gateway' }))
  await page.getByLabel('Title').fill('Night owls')
  expect(await sendInVain(page, 'Create team')).toEqual({ sentence: 'Baton could not do this. Try again.', title: 'Night owls' })
  expect(new URL(page.url()).pathname).toBe('/teams')
  expect(documents()).toBe(0)
})

test('a link that is answered by something else than Baton leaves its page too', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/status of 503/)
  complaints.answer(true)
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(ann, `/texts/${maya?.id}`)
  const documents = countDocuments(page)
  await page.route('**/texts', (route) => route.fulfill({ status: 503, contentType: 'text/plain', body: 'not now' }), { times: 1 })
  await page.getByLabel('Your reply').fill('At 12 Main')
  await page.getByRole('link', { name: 'My texts' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Baton could not do this. Try again.' })).toBeVisible()
  await expect(page).toHaveURL(`/texts/${maya?.id}`)
  await expect(page.getByLabel('Your reply')).toHaveValue('At 12 Main')
  await page.getByRole('link', { name: 'My texts' }).click()
  await expect(page).toHaveURL('/texts')
  expect(documents()).toBe(0)
})

test('two presses on one form do it once', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/teams')
  const path = '/api/teams/create'
  const posts: string[] = []
  page.on('request', (request) => request.method() === 'POST' && posts.push(new URL(request.url()).pathname))
  const post = await holdPost(page, path)
  await page.getByLabel('Title').fill('Night owls')
  await page.getByRole('button', { name: 'Create team' }).click({ noWaitAfter: true })
  await post.asked
  await page.evaluate(() => [...document.querySelectorAll('button')].find((button) => button.textContent === 'Create team')?.click())
  post.deliver()
  await expect(page.getByRole('heading', { name: 'Night owls' })).toBeVisible()
  expect(posts.filter((address) => address === path)).toHaveLength(1)
})

test('a session that has ended leads to signing in and back, with what was typed', async ({ page, enterAs, organization, complaints }) => {
  await enterAs(organization.admin, '/teams')
  await page.getByLabel('Title').fill('Night owls')
  await signOutElsewhere(page, complaints)
  await follow(page, '/tags')
  await expect(page).toHaveURL('/sign-in?next=%2Ftags')
  await fillInSignIn(page, organization.admin.email)
  await expect(page).toHaveURL('/tags')
  await follow(page, '/teams')
  await expect(page.getByLabel('Title')).toHaveValue('Night owls')
})

test('so it leads there from the way back', async ({ page, enterAs, organization, complaints }) => {
  await enterAs(organization.admin, '/teams')
  await page.getByRole('link', { name: 'Release history' }).first().click()
  await expect(page).toHaveURL('/releases')
  await signOutElsewhere(page, complaints)
  await page.goBack()
  await expect(page).toHaveURL('/sign-in?next=%2Fteams')
  await fillInSignIn(page, organization.admin.email)
  await expect(page).toHaveURL('/teams')
})

test('back from where somebody signed in leads to where they are sent', async ({ page, visit, organization }) => {
  await visit('/sign-in?next=%2Ftags')
  await fillInSignIn(page, organization.admin.email)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tags')
  await page.getByRole('link', { name: 'Teams' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Teams')
  const documents = countDocuments(page)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tags')
  await page.goBack()
  const place = () => page.evaluate(() => (window as Window & { navigation?: { currentEntry: { index: number } } }).navigation?.currentEntry.index)
  await expect.poll(place).toBe(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).not.toHaveURL(/sign-in/)
  expect(documents()).toBe(0)
})

test('what was typed on two pages without a session is on both', async ({ page, enterAs, organization, complaints }) => {
  const { admin } = organization
  for (const [path, field, words] of [['/teams', 'Title', 'Night owls'], ['/account', 'Name', 'Ada Lovelace']] as const) {
    await enterAs(admin, path)
    await page.getByRole('textbox', { name: field }).fill(words)
    await signOutElsewhere(page, complaints)
    await follow(page, '/tags')
    await fillInSignIn(page, admin.email)
    await expect(page).toHaveURL('/tags')
  }
  complaints.answer(true)
  await follow(page, '/teams')
  await expect(page.getByLabel('Title')).toHaveValue('Night owls')
  await follow(page, '/account')
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ada Lovelace')
})

test('a text that cannot be sent without a session is there after signing in', async ({ page, enterAs, organization, complaints }) => {
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await withoutAhead(page)
  await enterAs(ann, `/texts/${maya?.id}`)
  await signOutElsewhere(page, complaints)
  await page.getByLabel('Your reply').fill('At 12 Main')
  await page.getByRole('button', { name: 'Send' }).click()
  await fillInSignIn(page, ann.email)
  await expect(page).toHaveURL(`/texts/${maya?.id}`)
  await expect(page.getByLabel('Your reply')).toHaveValue('At 12 Main')
  await expect(page.getByText('Draft saved')).toBeVisible()
})

test('what was written after another text was sent is found again by its conversation', async ({ page, enterAs, organization, complaints }) => {
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(ann, `/texts/${maya?.id}?sent=1`)
  await signOutElsewhere(page, complaints)
  await page.getByLabel('Your reply').fill('At 12 Main')
  await page.getByRole('link', { name: 'My texts' }).click()
  await fillInSignIn(page, ann.email)
  await expect(page).toHaveURL('/texts')
  await follow(page, `/texts/${maya?.id}`)
  await expect(page.getByLabel('Your reply')).toHaveValue('At 12 Main')
})

test('so it is where the next page was shown already', async ({ page, enterAs, organization, complaints }) => {
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  await enterAs(ann, `/texts/${maya?.id}`)
  await ahead(page)
  await signOutElsewhere(page, complaints)
  await page.getByLabel('Your reply').fill('At 12 Main')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('alert').getByText('Your session has ended.')).toBeVisible()
  await page.getByRole('link', { name: 'Back to Maya Lin' }).click()
  await fillInSignIn(page, ann.email)
  await expect(page).toHaveURL(`/texts/${maya?.id}`)
  await expect(page.getByLabel('Your reply')).toHaveValue('At 12 Main')
})

test('it is not there for somebody else', async ({ page, enterAs, organization, complaints }) => {
  await enterAs(organization.admin, '/teams')
  await page.getByLabel('Title').fill('Night owls')
  await signOutElsewhere(page, complaints)
  await page.getByRole('link', { name: 'Baton' }).click()
  await fillInSignIn(page, organization.ann.email)
  await expect(page).toHaveURL('/texts')
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).toContain('Night owls')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await fillInSignIn(page, organization.admin.email)
  await follow(page, '/teams')
  await expect(page.getByLabel('Title')).toHaveValue('Night owls')
})

test('it is there in a form that has another key each time', async ({ page, enterAs, organization, complaints }) => {
  await enterAs(organization.admin, '/campaigns/new')
  await page.getByLabel('Title').fill('Night owls')
  await signOutElsewhere(page, complaints)
  await page.getByRole('link', { name: 'Baton' }).click()
  await fillInSignIn(page, organization.admin.email)
  await follow(page, '/campaigns/new')
  await expect(page.getByLabel('Title')).toHaveValue('Night owls')
})

test('a new version of the program is loaded by the next navigation', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/campaigns')
  const documents = countDocuments(page)
  await page.route('**/teams', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(/(\/pkg\/baton\.)[0-9a-f]+(\.css)/, '$1other$2')
    await route.fulfill({ response, body })
  }, { times: 1 })
  await follow(page, '/teams')
  await expect(page).toHaveURL('/teams')
  await expect.poll(documents).toBe(1)
  await expect(page.getByRole('heading', { level: 1, name: 'Teams' })).toBeVisible()
})

test('so it is where its program alone differs, with what is typed in another form', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/account')
  const documents = countDocuments(page)
  const post = await holdPost(page, '/api/account/rename')
  await page.route(/\/account(\?|$)/, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(/(\/pkg\/baton-admin\.)[0-9a-f]+(\.wasm)/g, '$1other$2')
    await route.fulfill({ response, body })
  }, { times: 1 })
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada Lovelace')
  await page.getByRole('form', { name: 'Name' }).getByRole('button', { name: 'Save' }).click({ noWaitAfter: true })
  await post.asked
  // Whatever looks for elements would wait for the page.
  await page.evaluate(() => {
    const language = document.querySelector<HTMLSelectElement>('#account-language')
    if (language) language.value = 'es'
    language?.dispatchEvent(new Event('change', { bubbles: true }))
  })
  post.deliver()
  await expect.poll(documents).toBe(1)
  await expect(page.getByText('Your name is saved.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ada Lovelace')
  await expect(page.locator('#account-language')).toHaveValue('es')
})

test('it is loaded after a text too, whose next page was fetched ahead, and nothing is lost', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const waiting = [{ minutes: 90, holder: ann, name: 'Maya Lin' }, { minutes: 60, holder: ann, name: 'Omar Said' }]
  const [maya, omar] = await addReplies(await createCampaign(organization, 'Early vote'), waiting)
  await enterAs(ann, `/texts/${omar?.id}`)
  await page.getByLabel('Your reply').fill('For Omar')
  await expect(page.getByText('Draft saved')).toBeVisible()
  const isOmars = new RegExp(`/texts/${omar?.id}\\?`)
  await page.route(isOmars, async (route) => {
    // The document itself is the server's.
    if (!route.request().headers()['baton-navigation']) return route.fallback()
    const response = await route.fetch()
    const body = (await response.text()).replace(/(\/pkg\/baton-texter\.)[0-9a-f]+(\.wasm)/g, '$1other$2')
    await route.fulfill({ response, body })
  })
  const next = page.waitForResponse(isOmars)
  await follow(page, `/texts/${maya?.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maya Lin')
  await (await next).finished()
  await turn(page)
  await expect(page.locator('form[data-ahead]')).toHaveCount(0)
  const documents = countDocuments(page)
  await page.getByLabel('Your reply').fill('At 12 Main')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Omar Said')
  await expect(page.getByLabel('Your reply')).toHaveValue('For Omar')
  expect(documents()).toBe(1)
  await expect.poll(() => received(maya?.cell ?? '')).toMatchObject([{ body: 'At 12 Main' }])
  expect(await draftOf(ann, omar)).toBe('For Omar')
  expect(await draftOf(ann, maya)).toBe('')
})

test('a style sheet that cannot be loaded is tried again', async ({ page, context, visit, organization, complaints }) => {
  complaints.expect(/ERR_FAILED|cannot be loaded/)
  await page.route('**/pkg/baton-admin.*.css', (route) => route.abort(), { times: 1 })
  await visit('/sign-in')
  await signIn(context, organization.admin)
  await follow(page, '/campaigns')
  await expect(page.getByRole('alert').filter({ hasText: 'There is no connection to Baton.' })).toBeVisible()
  await follow(page, '/campaigns')
  await expect(page.getByRole('heading', { level: 1, name: 'Campaigns' })).toBeVisible()
  await expect(page.locator('link[rel=stylesheet][href*=baton-admin]')).toHaveCount(1)
})

test('where it is not said what sent a form, a preview is shown all the same', async ({ page, enterAs, organization }) => {
  await page.addInitScript(() => {
    const { NavigateEvent } = window as Window & { NavigateEvent?: { prototype: object } }
    Object.defineProperty(NavigateEvent?.prototype, 'sourceElement', { value: undefined })
  })
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 90, holder: organization.ann }])
  await enterAs(organization.admin, `/campaigns/${campaign.id}/autoassign`)
  await page.getByRole('switch', { name: /^Auto-release/ }).check()
  await page.getByRole('radio', { name: '1 h', exact: true }).check()
  await page.getByRole('button', { name: 'Update the preview' }).click()
  await expect(page.getByRole('region', { name: 'With these settings now' })).toContainText('1 reply on 1 campaign would go back to the pool.')
})

test.describe('where the address changes before the page', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      delete (window as Partial<Window & { NavigationPrecommitController: unknown }>).NavigationPrecommitController
      // It is younger than the Navigation API too.
      Object.defineProperty(AbortSignal, 'any', { value: undefined })
    })
  })

  test('what was typed without a session is in no other conversation', async ({ page, enterAs, organization, complaints }) => {
    const { ann } = organization
    const waiting = [{ minutes: 90, holder: ann }, { minutes: 60, holder: ann }]
    const [maya, omar] = await addReplies(await createCampaign(organization, 'Early vote'), waiting)
    await enterAs(ann, `/texts/${maya?.id}`)
    await signOutElsewhere(page, complaints)
    await page.getByLabel('Your reply').fill('At 12 Main')
    await follow(page, `/texts/${omar?.id}`)
    await fillInSignIn(page, ann.email)
    await expect(page).toHaveURL(`/texts/${omar?.id}`)
    await expect(page.getByLabel('Your reply')).toHaveValue('')
    await follow(page, `/texts/${maya?.id}`)
    await expect(page.getByLabel('Your reply')).toHaveValue('At 12 Main')
  })

  test('a new version is loaded where the address differs by its fragment alone', async ({ page, enterAs, organization }) => {
    const { ann } = organization
    const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
    await enterAs(ann, '/texts')
    const documents = countDocuments(page)
    await page.route(`**/texts/${maya?.id}`, async (route) => {
      const response = await route.fetch()
      const body = (await response.text()).replace(/(\/pkg\/baton\.)[0-9a-f]+(\.css)/, '$1other$2')
      await route.fulfill({ response, body })
    }, { times: 1 })
    await follow(page, `/texts/${maya?.id}#latest`)
    await expect.poll(documents).toBe(1)
    await expect(page.getByRole('heading', { level: 1, name: 'Maya Lin' })).toBeVisible()
  })

  test('a form that is refused as it is leaves its page there too', async ({ page, enterAs, organization, complaints }) => {
    complaints.expect(/status of 413/)
    await enterAs(organization.admin, '/teams')
    await page.getByLabel('Title').evaluate((field: HTMLInputElement) => (field.value = 'Night owls '.repeat(6_000)))
    await page.getByRole('button', { name: 'Create team' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Nothing was saved, because it is too long.' })).toBeVisible()
    await expect(page).toHaveURL('/teams')
  })

  test('a refused form comes back with what was wrong', async ({ page, enterAs, organization }) => {
    await enterAs(organization.admin, '/teams')
    await page.getByLabel('Priority').fill('soon')
    await page.getByRole('button', { name: 'Create team' }).click()
    await expect(page.getByLabel('Title')).toHaveAccessibleDescription('Enter a title.')
    await expect(page.getByLabel('Priority')).toHaveValue('soon')
  })
})
