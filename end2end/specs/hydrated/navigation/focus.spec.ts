// The keyboard focus after something was done: it is where it was, or where it goes on, and never nowhere.
import { addSupervolunteer, setApproval } from '../../../support/approval.ts'
import { draftOf } from '../../../support/draft.ts'
import { follow } from '../../../support/documents.ts'
import { addFirstTexts } from '../../../support/first-texts.ts'
import { holdAnswer } from '../../../support/late.ts'
import { addReplies, createCampaign } from '../../../support/replies.ts'
import { requestWaits } from '../../../support/setup.ts'
import { fillInSignIn } from '../../../support/sign-in.ts'
import { addTags } from '../../../support/team.ts'
import { expect, test } from '../../../support/test.ts'

test('after a wrong password it is in the password', async ({ page, visit, organization }) => {
  await visit('/sign-in')
  await fillInSignIn(page, organization.ann.email, 'a wrong password')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('Password')).toBeFocused()
  await expect(page.getByLabel('E-mail')).toHaveValue(organization.ann.email)
})

test('after a request it is on its button, and on what has taken its place', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }, { minutes: 40 }])
  await enterAs(ann, '/texts')
  const request = page.getByRole('button', { name: 'Request more texts' })
  await page.getByLabel('How many?').fill('1')
  await request.press('Enter')
  await expect(page.getByRole('status').getByText('1 reply assigned')).toBeVisible()
  await expect(request).toBeFocused()

  await setApproval(ann, 'approval_required')
  await request.press('Enter')
  await expect(page.getByRole('heading', { name: 'You asked for more texts' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cancel request' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Your request is canceled.')).toBeVisible()
  await expect(request).toBeFocused()
})

test('it is on what has taken the place of a button also if an event shows that before the answer', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }])
  await setApproval(ann, 'approval_required')
  await enterAs(ann, '/texts')
  const request = page.getByRole('button', { name: 'Request more texts' })
  await request.press('Enter')
  const cancel = page.getByRole('button', { name: 'Cancel request' })
  await expect(cancel).toBeFocused()
  const answer = await holdAnswer(page, '/api/requests/cancel')
  await cancel.press('Enter')
  await expect(page.getByLabel('How many?')).toBeFocused()
  await answer.deliver()
  await expect(page.getByText('Your request is canceled.')).toBeVisible()
  await expect(request).toBeFocused()
})

test('after a reply it is at the latest text of the next contact', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 90, holder: ann, name: 'Maya Lin' },
    { minutes: 80, holder: ann, name: 'Omar Said' },
  ])
  await enterAs(ann, `/texts/${replies[0]?.id}`)
  await page.getByLabel('Your reply').fill('At 12 Main')
  await page.getByRole('button', { name: 'Send' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Omar Said')
  await expect(page.locator('#latest')).toBeFocused()
  // From there the next stop is the box.
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Your reply')).toBeFocused()
})

test('after a close it is at the latest text of the next contact, and not on their Close', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 90, holder: ann, name: 'Maya Lin' },
    { minutes: 80, holder: ann, name: 'Omar Said' },
  ])
  await enterAs(ann, `/texts/${replies[0]?.id}`)
  const close = page.getByRole('button', { name: 'Close' })
  // It takes no press for a moment.
  await expect(close).toBeEnabled()
  await close.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Omar Said')
  await expect(page.locator('#latest')).toBeFocused()
  await expect(close).not.toBeFocused()
})

test('after saving tags it is on what opens them, also where Send waits for the key', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  await addTags(organization, ['Wants a sign'], [])
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 90, holder: ann }])
  const [omar] = await addFirstTexts(campaign, 'Hello {firstName}', [{ name: 'Omar Said', holder: ann }])
  await enterAs(ann, '/texts')
  for (const contact of [maya, omar]) {
    await follow(page, `/texts/${contact?.id}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(contact?.name ?? '')
    const more = page.getByRole('button', { name: 'Tags', exact: true })
    await more.press('Enter')
    await page.getByLabel('Wants a sign').check()
    await page.getByRole('button', { name: 'Save tags' }).press('Enter')
    await expect(page.getByText('The tags were saved.')).toBeVisible()
    await expect(more).toBeFocused()
  }
})

test('where the program cannot be loaded it goes to no Send of the next contact', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/ERR_FAILED|Failed to fetch/)
  const { ann } = organization
  const [maya, omar] = await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 90, holder: ann, name: 'Maya Lin' },
    { minutes: 60, holder: ann, name: 'Omar Said' },
  ])
  if (maya === undefined || omar === undefined) throw new Error('there are two')
  await enterAs(ann, `/texts/${omar.id}`)
  await page.getByLabel('Your reply').fill('At 12 Main')
  await expect.poll(() => draftOf(ann, omar)).toBe('At 12 Main')
  await page.route('**/*.wasm', (route) => route.abort())
  await page.goto(`/texts/${maya.id}`)
  await page.getByLabel('Your reply').fill('Thank you')
  const send = page.getByRole('button', { name: 'Send' })
  await send.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Omar Said')
  await expect(send).toBeEnabled()
  await expect(send).not.toBeFocused()
})

test('who does not opt out after all is where they were', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(ann, `/texts/${maya?.id}`)
  const optOut = page.getByRole('link', { name: 'Opt out' })
  await optOut.press('Enter')
  await page.getByRole('link', { name: 'Cancel' }).press('Enter')
  await expect(page.getByLabel('Your reply')).toBeVisible()
  await expect(optOut).toBeFocused()
  // It is a stop on the way through the page, as before.
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(optOut).toBeFocused()
})

test('after a reopening it is at the latest text of the one who is open again', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 90, holder: ann, name: 'Maya Lin' },
    { minutes: 80, holder: ann, name: 'Omar Said' },
  ])
  await enterAs(ann, `/texts/${replies[0]?.id}`)
  const close = page.getByRole('button', { name: 'Close' })
  await expect(close).toBeEnabled()
  await close.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Omar Said')
  await page.getByRole('button', { name: 'Reopen' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maya Lin')
  await expect(page.locator('#latest')).toBeFocused()
})

test('after saving it is on the button, and that it was saved is read out', async ({ page, enterAs, organization }) => {
  // A notice that came with its page is read out because it changes there.
  await page.addInitScript(() => {
    const observer = new MutationObserver((records) => {
      const notices = records.map(({ target }) => target).filter((target) => target instanceof Element && target.matches('[role=status] > .notice'))
      for (const notice of notices) document.documentElement.dataset.readOut = notice.textContent ?? ''
    })
    observer.observe(document, { subtree: true, childList: true })
  })
  await enterAs(organization.admin, '/assignment')
  const save = page.getByRole('button', { name: 'Save' }).first()
  await save.press('Enter')
  await expect(page).toHaveURL(/done=/)
  await expect(save).toBeFocused()
  await expect(page.locator('html')).toHaveAttribute('data-read-out', /saved/)
})

test('after a decision it is not on the button of the next one', async ({ page, enterAs, somebody, organization }) => {
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }, { minutes: 40 }])
  for (const texter of [organization.ann, organization.ben]) {
    await setApproval(texter, 'approval_required')
    const texters = await somebody(texter, '/texts')
    await texters.getByLabel('How many?').fill('1')
    await texters.getByRole('button', { name: 'Request more texts' }).click()
    await expect(texters.getByRole('heading', { name: 'You asked for more texts' })).toBeVisible()
  }
  await enterAs(await addSupervolunteer(organization), '/requests')
  const approve = page.getByRole('button', { name: 'Approve', exact: true })
  await approve.first().press('Enter')
  await expect(page.getByRole('status').getByText('1 reply assigned to')).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
  await expect(approve).toHaveCount(1)
})

test('a request that somebody else decides leaves the focus to nobody else’s', async ({ page, enterAs, somebody, organization }) => {
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }, { minutes: 40 }])
  for (const texter of [organization.ann, organization.ben]) await requestWaits(organization, texter, 1)
  await enterAs(await addSupervolunteer(organization), '/requests')
  const requests = page.locator('#pending li')
  await expect(requests).toHaveCount(2)
  await requests.first().getByRole('button', { name: 'Approve', exact: true }).focus()
  const first = await requests.first().getAttribute('id')
  const admins = await somebody(organization.admin, '/requests')
  await admins.locator(`#${first}`).getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(admins.getByRole('status').getByText('1 reply assigned to')).toBeVisible()
  await expect(requests).toHaveCount(1)
  await expect(page.getByRole('main')).toBeFocused()
})
