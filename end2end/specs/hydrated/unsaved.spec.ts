// What admins have changed and not saved is asked about before it is lost.
import type { Page } from '@playwright/test'
import { command } from '../../support/baton.ts'
import { uploadContacts } from '../../support/contacts.ts'
import { follow } from '../../support/documents.ts'
import { holdPost } from '../../support/late.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { requestWaits } from '../../support/setup.ts'
import { addTags } from '../../support/team.ts'
import { expect, test } from '../../support/test.ts'

const question = 'You have unsaved changes. Leave this page?'
const scriptOf = (page: Page) => page.getByLabel('Script of the initial message')
const leave = (page: Page) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Release history' }).click()

/** Whether the browser would ask before it leaves the document. */
const documentAsks = (page: Page) =>
  page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })))

test('a script that was changed stays until its writer lets it go', async ({ page, enterAs, organization, complaints }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, `/campaigns/${campaign.id}`)
  await scriptOf(page).fill('Hi {firstName}!')
  expect(await documentAsks(page)).toBe(true)
  complaints.answer(false)
  await leave(page)
  await expect.poll(() => complaints.questions).toEqual([question])
  await expect(page).toHaveURL(`/campaigns/${campaign.id}`)
  await expect(scriptOf(page)).toHaveValue('Hi {firstName}!')
  complaints.answer(true)
  await leave(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Release history' })).toBeVisible()
  expect(complaints.questions).toEqual([question, question])
})

test('saved, or put back as it was, it is nothing to ask about', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, `/campaigns/${campaign.id}`)
  await scriptOf(page).fill('Hi {firstName}!')
  await page.getByRole('button', { name: 'Save script and due date' }).click()
  await expect(page.getByText('Script and due date are saved.')).toBeVisible()
  await scriptOf(page).fill('Hello {firstName}!')
  await scriptOf(page).fill('Hi {firstName}!')
  expect(await documentAsks(page)).toBe(false)
  await leave(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Release history' })).toBeVisible()
})

test('one form that is saved does not lose another', async ({ page, enterAs, organization, complaints }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, `/campaigns/${campaign.id}`)
  complaints.answer(false)
  await scriptOf(page).fill('Hi {firstName}!')
  await page.getByRole('button', { name: 'Save teams' }).click()
  await expect.poll(() => complaints.questions).toEqual([question])
  await expect(scriptOf(page)).toHaveValue('Hi {firstName}!')
})

test('levels that were changed are noted beside Save, and asked about', async ({ page, enterAs, organization, complaints }) => {
  await enterAs(organization.admin, '/people')
  const note = page.getByText('You have unsaved changes.')
  await expect(note).toBeHidden()
  await page.getByLabel('Approval level of Ann Texter').selectOption('Not allowed')
  await expect(note).toBeVisible()
  complaints.answer(false)
  await page.getByLabel('Name or e-mail').fill('Ben')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect.poll(() => complaints.questions).toEqual([question])
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('1 approval level saved.')).toBeVisible()
  expect(complaints.questions).toEqual([question])
})

test('what was refused is not saved either', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/status of 4\d\d/)
  await enterAs(organization.admin, '/tags')
  await page.getByLabel('Title').fill('x'.repeat(500))
  await page.getByRole('button', { name: 'Create tag' }).click()
  await expect(page.getByText('A title can have at most')).toBeVisible()
  complaints.answer(true)
  await leave(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Release history' })).toBeVisible()
  expect(complaints.questions).toEqual([question])
})

test('Discard changes means what it says', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/assignment')
  const limit = page.getByLabel('Most open replies')
  await limit.fill('7')
  await page.getByRole('link', { name: 'Discard changes' }).click()
  await expect(limit).toHaveValue('')
})

test('going back is asked about too', async ({ page, enterAs, organization, complaints }) => {
  await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, '/campaigns')
  await page.getByRole('link', { name: 'Early vote' }).click()
  await scriptOf(page).fill('Hi {firstName}!')
  // A browser lets a page stop it only after somebody has touched the page.
  await scriptOf(page).click()
  complaints.answer(false)
  await page.evaluate(() => history.back())
  await expect.poll(() => complaints.questions).toEqual([question])
  await expect(scriptOf(page)).toHaveValue('Hi {firstName}!')
})

test('a tag that was chosen and not saved is asked about', async ({ page, enterAs, organization, complaints }) => {
  await addTags(organization, ['Moved'], [])
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 20, holder: organization.ann }])
  await enterAs(organization.ann, `/texts/${maya?.id}`)
  await page.getByText('Tags', { exact: true }).click()
  await page.getByLabel('Moved').check()
  complaints.answer(false)
  await page.getByRole('link', { name: 'My texts' }).click()
  await expect.poll(() => complaints.questions).toEqual([question])
  await expect(page.getByLabel('Moved')).toBeChecked()
})

test('a tag that was not saved is asked about before a reply is sent, once', async ({ page, enterAs, organization, complaints }) => {
  await addTags(organization, ['Moved'], [])
  const waiting = [{ name: 'Maya', minutes: 20, holder: organization.ann }, { name: 'Omar', minutes: 10, holder: organization.ann }]
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), waiting)
  await enterAs(organization.ann, `/texts/${maya?.id}`)
  await page.getByText('Tags', { exact: true }).click()
  await page.getByLabel('Moved').check()
  await page.keyboard.press('Escape')
  await page.getByLabel('Your reply').fill('At 12 Main Street.')
  complaints.answer(false)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect.poll(() => complaints.questions).toEqual([question])
  await expect(page.getByRole('heading', { level: 1, name: 'Maya' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeEnabled()
  await expect(page.getByLabel('Your reply')).toHaveValue('At 12 Main Street.')
  complaints.answer(true)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Omar' })).toBeVisible()
  expect(complaints.questions).toEqual([question, question])
})

test('a team that was filled in and not created is asked about', async ({ page, enterAs, organization, complaints }) => {
  await enterAs(organization.admin, '/teams')
  await page.getByLabel('Title').fill('Night owls')
  complaints.answer(false)
  await leave(page)
  await expect.poll(() => complaints.questions).toEqual([question])
  await expect(page).toHaveURL('/teams')
  await expect(page.getByLabel('Title')).toHaveValue('Night owls')
  await expect(page.getByRole('alert')).toBeHidden()
  complaints.answer(true)
  await leave(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Release history' })).toBeVisible()
})

test('what was done is not asked about, whatever is changed meanwhile', async ({ page, enterAs, organization, complaints }) => {
  await enterAs(organization.admin, '/teams')
  complaints.answer(false)
  const answer = await holdPost(page, '/api/teams/create')
  await page.getByLabel('Title').fill('Night owls')
  await page.getByRole('button', { name: 'Create team' }).click({ noWaitAfter: true })
  await answer.asked
  // Whatever looks for elements would wait for the page.
  await page.evaluate(() => {
    const [priority] = document.getElementsByName('priority')
    if (priority instanceof HTMLInputElement) priority.value = '50'
    priority?.dispatchEvent(new Event('input', { bubbles: true }))
  })
  answer.deliver()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Night owls')
  expect(complaints.questions).toEqual([])
})

test('what is written in another form while one is being saved is on the page that answers', async ({ page, enterAs, organization, complaints }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, `/campaigns/${campaign.id}`)
  const answer = await holdPost(page, '/api/campaigns/save-teams')
  await page.getByRole('button', { name: 'Save teams' }).click({ noWaitAfter: true })
  await answer.asked
  await page.evaluate(() => {
    const [script] = document.getElementsByName('script')
    if (script instanceof HTMLTextAreaElement) script.value = 'Hi {firstName}!'
    script?.dispatchEvent(new Event('input', { bubbles: true }))
  })
  answer.deliver()
  await expect(page.getByText('The teams are saved.')).toBeVisible()
  await expect(scriptOf(page)).toHaveValue('Hi {firstName}!')
  complaints.answer(false)
  await leave(page)
  await expect.poll(() => complaints.questions).toEqual([question])
})

test('a team that was refused or created is not asked about', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/teams')
  await page.getByLabel('Priority').fill('soon')
  await page.getByRole('button', { name: 'Create team' }).click()
  await expect(page.getByLabel('Title')).toHaveAccessibleDescription('Enter a title.')
  await leave(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Release history' })).toBeVisible()
  await follow(page, '/teams')
  await page.getByLabel('Title').fill('Night owls')
  await page.getByRole('button', { name: 'Create team' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Night owls' })).toBeVisible()
  await leave(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Release history' })).toBeVisible()
})

test('switches of Autoassign Mode, and a reason to deny, are asked about', async ({ page, enterAs, organization, complaints }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await requestWaits(organization, organization.ann, 1)
  complaints.answer(false)
  await enterAs(organization.admin, `/campaigns/${campaign.id}/autoassign`)
  const autoRelease = page.getByRole('switch', { name: /^Auto-release/ })
  await autoRelease.check()
  await leave(page)
  await expect.poll(() => complaints.questions).toEqual([question])
  await expect(autoRelease).toBeChecked()
  // Saved, it is not asked about any more.
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Autoassign Mode is saved.')).toBeVisible()
  await follow(page, '/requests')
  await page.getByText('Deny…').click()
  const reason = page.getByLabel('Reason, shown to Ann Texter')
  await reason.fill('Later today')
  await leave(page)
  await expect.poll(() => complaints.questions).toEqual([question, question])
  await expect(reason).toHaveValue('Later today')
})

test('what the columns of a file are is asked about, and the file itself is not', async ({ page, enterAs, organization, complaints }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, `/campaigns/${campaign.id}`)
  await uploadContacts(page, 'firstName,lastName,cell,town\nMaya,Lin,(212) 555-0123,Boston\n')
  const town = page.getByLabel('What “town” is')
  await town.selectOption('Leave it out')
  complaints.answer(false)
  await leave(page)
  await expect.poll(() => complaints.questions).toEqual([question])
  await expect(town).toHaveValue('ignore')
  await page.getByRole('button', { name: 'Discard the file' }).click()
  await expect(page).toHaveURL(new RegExp(`/campaigns/${campaign.id}\\?`))
  expect(complaints.questions).toEqual([question])
})

test('switches for the chosen campaigns are asked about, unless it is canceled', async ({ page, enterAs, organization, complaints }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, `/campaigns/chosen?change=autoassign&campaigns=${campaign.id}`)
  const autoRelease = page.getByRole('group', { name: 'Auto-release' }).getByRole('radio', { name: 'On', exact: true })
  await autoRelease.check()
  complaints.answer(false)
  await leave(page)
  await expect.poll(() => complaints.questions).toEqual([question])
  await expect(autoRelease).toBeChecked()
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Campaigns' })).toBeVisible()
  expect(complaints.questions).toEqual([question])
})

test('a last text that was changed is asked about, unless it is canceled', async ({ page, enterAs, organization, complaints }) => {
  const { ann } = organization
  await command(['organization', 'set', '--organization', String(organization.id), '--goodbye', 'Sorry, {firstName|friend}.'])
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 20, holder: ann, name: 'Maya Lin' }])
  await enterAs(ann, `/texts/${maya?.id}/opt-out`)
  const goodbye = page.getByRole('textbox', { name: 'Last text' })
  await goodbye.fill('Sorry, Maya. Good luck!')
  complaints.answer(false)
  await page.getByRole('link', { name: 'Baton', exact: true }).click()
  await expect.poll(() => complaints.questions).toEqual([question])
  await expect(goodbye).toHaveValue('Sorry, Maya. Good luck!')
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Maya Lin' })).toBeVisible()
  expect(complaints.questions).toEqual([question])
})

test.describe('where the address changes before the page', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => delete (window as Partial<Window & { NavigationPrecommitController: unknown }>).NavigationPrecommitController)
  })

  test('it is asked about before', async ({ page, enterAs, organization, complaints }) => {
    await enterAs(organization.admin, '/teams')
    await page.getByLabel('Title').fill('Night owls')
    complaints.answer(false)
    await leave(page)
    await expect.poll(() => complaints.questions).toEqual([question])
    await expect(page).toHaveURL('/teams')
    await expect(page.getByLabel('Title')).toHaveValue('Night owls')
  })
})
