// Message Review: a conversation is found by filters, read beside the list, and answered by whoever reviews.
import { received } from '../../support/carrier.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { setRole } from '../../support/role.ts'
import { expect, test } from '../../support/test.ts'

test('a supervolunteer finds a conversation, reads it and answers it, and its texter hears of it', async ({
  page, enterAs, somebody, visit, organization, isMobile,
}) => {
  const { ann, ben } = organization
  await setRole(organization, ben, 'supervolunteer')
  const rent = await createCampaign(organization, 'Rent relief')
  const vote = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(rent, [
    { minutes: 90, holder: ann, name: 'Maya Lin', text: 'My lawyer will call you' },
    { minutes: 10, name: 'Omar Said', text: 'Thank you' },
  ])
  await addReplies(vote, [{ minutes: 5, holder: ann, name: 'Zoe Ray', text: 'Is a lawyer there?' }])
  const anns = await somebody(ann, `/texts/${maya?.id}`)
  await enterAs(ben, '/texts')
  await page.getByRole('link', { name: 'Message Review' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Message Review' })).toBeVisible()
  const found = page.getByRole('list', { name: 'Conversations found' }).getByRole('listitem')
  await expect(found).toHaveText([/Zoe Ray/, /Omar Said.*With no one/s, /Maya Lin.*With Ann Texter/s])

  await page.getByLabel('Words in a message').fill('LAWYER')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(found).toHaveText([/Zoe Ray/, /Maya Lin/])
  await page.getByText('Filters', { exact: true }).click()
  await page.getByLabel('Campaign').selectOption('Rent relief')
  await page.getByLabel('Waiting for at least').selectOption('1 hour')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(found).toHaveText([/Maya Lin.*My lawyer will call you/s])
  expect(new URL(page.url()).searchParams.get('words')).toBe('LAWYER')

  await found.getByRole('link').click()
  const opened = page.getByRole('region', { name: 'Conversation' })
  await expect(opened.getByRole('heading', { name: 'Maya Lin' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Message Review')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(opened.getByRole('log')).toContainText('My lawyer will call you')
  await expect(found).toHaveCount(isMobile ? 0 : 1, { timeout: 10_000 })
  await expect(opened.getByText('Ann Texter has this conversation and will lose it when you send.')).toBeVisible()
  await opened.getByLabel('Your answer').fill('We will call {firstName} first')
  await opened.getByRole('button', { name: 'Send' }).click()
  // Refused, with what was typed.
  await expect(page.getByRole('alert').filter({ hasText: 'firstName' })).toBeVisible()
  await expect(opened.getByLabel('Your answer')).toHaveValue('We will call {firstName} first')
  await opened.getByLabel('Your answer').fill('We will call you first')
  await opened.getByLabel('No one (back to the pool)').check()
  await opened.getByRole('button', { name: 'Send' }).click()
  await expect(opened.getByText('Your answer was sent.')).toBeVisible()
  await expect(opened.getByRole('log')).toContainText('Ben Texter')
  await expect(opened).toContainText('With no one')
  await expect.poll(() => received(maya?.cell ?? '')).toMatchObject([{ body: 'We will call you first' }])
  await visit(`/texts/${maya?.id}`, anns)
  await expect(anns.getByText(/by Ben Texter, who answered it in Message Review/)).toBeVisible()

  await visit('/review?words=zebra')
  await expect(page.getByText('No conversation found')).toBeVisible()
  await visit('/review?tag=everything')
  await expect(page.getByRole('alert').filter({ hasText: '“Tag” contains something that cannot be searched for.' })).toBeVisible()
  await expect(found).toHaveCount(0)

  // What was typed stays, and so do the filters that can be searched by.
  await visit('/review?status=needs_response&contact=(212)&words=%25')
  await expect(page.getByRole('alert').filter({ hasText: '“Name or cell” contains something that cannot be searched for.' })).toBeVisible()
  const contact = page.getByLabel('Name or cell')
  await expect(contact).toHaveValue('(212)')
  await expect(contact).toHaveAccessibleDescription('Enter a name, or at least the last four digits of a number.')
  await expect(page.getByLabel('Words in a message')).toHaveValue('%')
  await expect(page.getByLabel('Status', { exact: true })).toHaveValue('needs_response')
  await expect(found).toHaveCount(0)
})

test('who may want no more texts is marked, and is opted out from the list by a supervolunteer', async ({ page, enterAs, organization }) => {
  const { ann, ben } = organization
  await setRole(organization, ben, 'supervolunteer')
  const [maya] = await addReplies(await createCampaign(organization, 'Rent relief'), [
    { minutes: 90, holder: ann, name: 'Maya Lin', text: 'Take me off your list' },
    { minutes: 10, holder: ann, name: 'Omar Said', text: 'Thank you' },
  ])
  await enterAs(ben, '/review')
  const found = page.getByRole('list', { name: 'Conversations found' }).getByRole('listitem')
  await expect(found).toHaveText([/Omar Said/, /Maya Lin.*May want no more texts.*Opt out/s])
  await expect(found.first()).not.toContainText('Opt out')
  await page.getByRole('link', { name: 'Opt out Maya Lin' }).click()
  await page.getByRole('button', { name: 'Yes, opt out' }).click()
  await expect(page).toHaveURL(`/review?open=${maya?.id}`)
  const opened = page.getByRole('region', { name: 'Conversation' })
  await expect(opened.getByRole('log')).toContainText('Opted out by Ben Texter')
  await expect(opened.getByText('This contact has opted out.')).toBeVisible()
  await expect(opened.getByRole('link', { name: 'Opt out' })).toHaveCount(0)
})

test('an opt-out, or none after all, leads back to the filters from which it was asked for', async ({ page, enterAs, organization, isMobile, complaints }) => {
  // It is Ann's.
  complaints.expect(/status of 404/)
  const { ann, ben } = organization
  await setRole(organization, ben, 'supervolunteer')
  const [maya, omar] = await addReplies(await createCampaign(organization, 'Rent relief'), [
    { minutes: 90, holder: ann, name: 'Maya Lin', text: 'Take me off your list, lawyer' },
    { minutes: 20, holder: ann, name: 'Omar Said', text: 'I am a lawyer' },
  ])
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 5, holder: ann, name: 'Zoe Ray', text: 'Thank you' }])
  await enterAs(ben, '/review?words=lawyer')
  const found = page.getByRole('list', { name: 'Conversations found' }).getByRole('listitem')
  await expect(found).toHaveText([/Omar Said/, /Maya Lin/])
  await page.getByRole('link', { name: 'Opt out Maya Lin' }).click()
  const beside = `/review?words=lawyer&open=${maya?.id}`
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(page).toHaveURL(beside)
  // From the thread beside the list as well.
  const opened = page.getByRole('region', { name: 'Conversation' })
  await opened.getByRole('link', { name: 'Opt out' }).click()
  await page.getByRole('button', { name: 'Yes, opt out' }).click()
  await expect(page).toHaveURL(beside)
  await expect(opened.getByRole('log')).toContainText('Opted out by Ben Texter')
  if (isMobile) await page.getByRole('link', { name: 'Back to the list' }).click()
  await expect(found).toHaveText([/Omar Said/, /Maya Lin.*Opted out/s])
  // Another site is no page to go back to.
  await page.goto(`/texts/${omar?.id}/opt-out?back=${encodeURIComponent('//evil.test/review?')}`)
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(page).toHaveURL(new RegExp(`/texts/${omar?.id}#opt-out$`))
})
