// Baton is one page: whatever is followed, posted or gone back to, the document stays.
import { expectAccessible } from '../../../support/accessibility.ts'
import { countDocuments } from '../../../support/documents.ts'
import { listening } from '../../../support/hydration.ts'
import { addReplies, createCampaign } from '../../../support/replies.ts'
import { fillInSignIn } from '../../../support/sign-in.ts'
import { expect, test } from '../../../support/test.ts'

test('an admin’s day', async ({ page, visit, organization }) => {
  const { admin, ann } = organization
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  const documents = countDocuments(page)
  const title = (name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await visit('/sign-in')
  await fillInSignIn(page, admin.email)
  await title('Campaigns')
  await listening(page)
  await page.getByRole('link', { name: 'Early vote', exact: true }).click()
  await title('Early vote')
  await page.goBack()
  await title('Campaigns')
  await listening(page)
  // A form that is refused, and one that is not.
  await page.goForward()
  await title('Early vote')
  await page.getByRole('link', { name: 'Baton' }).click()
  await title('Campaigns')
  await page.getByRole('link', { name: 'Release Unhandled Replies' }).click()
  const dialog = page.getByRole('dialog', { name: 'Release Unhandled Replies' })
  await dialog.getByRole('button', { name: 'Release', exact: true }).click()
  await expect(dialog.getByRole('status').getByText('Released 1 reply on 1 campaign')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('link', { name: 'Release history' }).first().click()
  await title('Release history')
  await expectAccessible(page, 'the history, after a navigation')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await title('Sign in')
  expect(documents()).toBe(1)
})

test('a texter’s day', async ({ page, visit, organization }) => {
  const { ann } = organization
  await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 90, name: 'Maya Lin' },
    { minutes: 60, name: 'Omar Said' },
  ])
  const documents = countDocuments(page)
  await visit('/sign-in')
  await fillInSignIn(page, ann.email)
  await listening(page)
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
