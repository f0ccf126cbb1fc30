// A conversation goes away while its texter looks at it: nothing reloads, and nothing is lost.
import { releaseAutomatically } from '../../support/auto-release.ts'
import { releaseEverything } from '../../support/release.ts'
import { addReplies, createCampaign, holders } from '../../support/replies.ts'
import { received } from '../../support/carrier.ts'
import { listening } from '../../support/hydration.ts'
import { expect, test } from '../../support/test.ts'

test('it leaves the list by itself, with a notice that says why', async ({ page, browser, enterAs, organization }) => {
  const { ann } = organization
  await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 90, holder: ann, name: 'Maya Lin' },
    { minutes: 5, holder: ann, name: 'Omar Said' },
  ])
  await enterAs(ann, '/texts')
  await listening(page)
  await page.getByLabel('How many?').evaluate((field) => field.setAttribute('data-same-page', ''))
  await expect(page.getByRole('heading', { name: '2 replies to answer' })).toBeVisible()
  await releaseEverything(browser, organization)

  await expect(page.getByRole('link', { name: /Maya Lin/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: /Omar Said/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: '1 reply to answer' })).toBeVisible()
  const losses = page.getByRole('region', { name: 'Released from you' })
  await losses.getByText('1 reply was released from you.').click()
  await expect(losses.getByRole('listitem')).toHaveText(
    /^1 reply was released from you at [1-9]\d?:\d\d\s[AP]M, by Ada Admin, after 15 minutes without an answer\.$/,
  )
  await losses.getByRole('button', { name: 'OK' }).click()
  await expect(losses).toBeHidden()
  await expect(page.locator('[data-same-page]')).toHaveCount(1)
})

test('released while typing, it is said why, and sending takes it back', async ({ page, browser, enterAs, organization }) => {
  const { ann } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 200, holder: ann }])
  await enterAs(ann, `/texts/${replies[0]?.id}`)
  const box = page.getByLabel('Your reply')
  await box.pressSequentially('At 12 ')
  await releaseEverything(browser, organization)
  const said = 'This conversation was released by Ada Admin, after 15 minutes without an answer. No one has taken it yet: if you send, it is yours again.'
  await expect(page.getByRole('status').getByText(said)).toBeVisible()
  await expect(box).toHaveValue('At 12 ')
  await box.pressSequentially('Main Street.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page).toHaveURL('/texts?sent=1')
  await expect.poll(() => holders(replies)).toEqual([ann.member])
  await expect.poll(() => received(replies[0]?.cell ?? '')).toMatchObject([{ body: 'At 12 Main Street.' }])
})

test('taken by another while typing, nothing can be sent, and the other is offered the draft', async ({
  page, browser, enterAs, somebody, visit, organization,
}) => {
  const { ann, ben } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 200, holder: ann }])
  await enterAs(ann, `/texts/${maya?.id}`)
  const box = page.getByLabel('Your reply')
  await box.pressSequentially('At 12 Main')
  await releaseEverything(browser, organization)
  await expect(page.getByText('No one has taken it yet')).toBeVisible()
  const bens = await somebody(ben, '/texts', 'phone')
  await bens.getByRole('button', { name: 'Request more texts' }).click()
  await expect(bens.getByRole('heading', { name: '1 reply to answer' })).toBeVisible()

  await expect(page.getByRole('status').getByText('Ben Texter has it now, so nothing can be sent from here.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send' })).toBeDisabled()
  // What is typed after it is kept as well.
  await box.pressSequentially(' Street.')
  await expect(page.getByText('Draft saved')).toBeVisible()
  await expect(box).toHaveValue('At 12 Main Street.')

  await visit(`/texts/${maya?.id}`, bens)
  await expect(bens.getByText('Ann Texter started this draft.')).toBeVisible()
  await expect(bens.getByLabel('Your reply')).toHaveValue('At 12 Main Street.')
  await bens.getByRole('button', { name: 'Send' }).click()
  await expect(bens).toHaveURL('/texts?sent=1')
  await expect.poll(() => received(maya?.cell ?? '')).toMatchObject([{ body: 'At 12 Main Street.' }])
})

test('given back while it is looked at, it is to be opened again, with the draft', async ({ page, enterAs, somebody, organization }) => {
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 200, holder: ann }])
  await enterAs(ann, `/texts/${maya?.id}`)
  await page.getByLabel('Your reply').pressSequentially('At 12 Main')
  const home = await somebody(ann, '/texts')
  await home.getByRole('link', { name: 'Release my replies' }).click()
  await home.getByRole('button', { name: 'Release my replies' }).click()
  await expect(page.getByText('This conversation was released by yourself, for the day.')).toBeVisible()
  await home.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('This conversation was released, and is yours again.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send' })).toBeDisabled()
  await page.getByRole('link', { name: 'Open it again' }).click()
  await expect(page.getByRole('button', { name: 'Send' })).toBeEnabled()
  await expect(page.getByLabel('Your reply')).toHaveValue('At 12 Main')
})

test('an opt-out by who had it before reaches who has it now', async ({ page, browser, enterAs, somebody, organization }) => {
  const { ann, ben } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 200, holder: ann }])
  await releaseEverything(browser, organization)
  const bens = await somebody(ben, '/texts')
  await bens.getByRole('button', { name: 'Request more texts' }).click()
  await bens.getByRole('link', { name: /Contact 1/ }).click()
  await expect(bens.getByRole('button', { name: 'Send' })).toBeEnabled()
  await enterAs(ann, `/texts/${maya?.id}`)
  await page.getByText('Opt out', { exact: true }).click()
  await page.getByRole('button', { name: 'Yes, opt out' }).click()
  await expect(page.getByText('has opted out.')).toBeVisible()
  await expect(bens.getByRole('status').getByText('This contact has opted out.')).toBeVisible()
  await expect(bens.getByRole('button', { name: 'Send' })).toBeDisabled()
})

test('what is released by itself is told the same way', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 40, holder: ann, name: 'Maya Lin' }])
  await enterAs(ann, '/texts')
  await listening(page)
  await expect(page.getByRole('link', { name: /Maya Lin/ })).toBeVisible()
  await releaseAutomatically(campaign, 30)
  await expect(page.getByText('Nothing to answer')).toBeVisible()
  await page.getByText('1 reply on Early vote was released from you.').click()
  await expect(page.getByRole('region', { name: 'Released from you' }).getByRole('listitem')).toHaveText(
    /^1 reply on Early vote was released from you at .*, automatically, after 30 minutes without an answer\.$/,
  )
})
