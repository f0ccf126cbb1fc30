// Nobody who texts back waits because somebody walked away: the whole way, by two people who each
// look at a screen of their own, and neither of whom reloads it.
import type { Page } from '@playwright/test'
import { received } from '../../support/carrier.ts'
import { listening } from '../../support/hydration.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { fillInSignIn } from '../../support/sign-in.ts'
import { expect, test } from '../../support/test.ts'

test('replies wait, are released, requested and answered', async ({ page, somebody, visit, organization }) => {
  const { admin, ann, ben } = organization
  const early = await createCampaign(organization, 'Early vote')
  const mail = await createCampaign(organization, 'Vote by mail')
  await addReplies(early, [
    { minutes: 20, holder: ben, name: 'Fresh Enough' },
    { minutes: 95, holder: ben, name: 'Maya Lin', text: 'Where do I vote?' },
  ])
  const [omar] = await addReplies(mail, [{ minutes: 250, holder: ben, name: 'Omar Said', text: 'I need a ballot' }])

  // A texter with nothing to do.
  const phone = await somebody(ann, '/texts', 'phone')
  await expect(phone.getByRole('heading', { name: 'No texts available right now' })).toBeVisible()

  // An admin sees who waits, and releases.
  await visit('/sign-in')
  await fillInSignIn(page, admin.email)
  await expect(page).toHaveURL('/campaigns')
  await listening(page)
  await expect(page.getByText('3 people are waiting for an answer.')).toBeVisible()
  await expectCounts(page, early.title, { unhandled: 2, pool: 0 })
  await expectCounts(page, mail.title, { unhandled: 1, pool: 0 })
  await page.getByRole('link', { name: 'Release Unhandled Replies' }).click()
  const dialog = page.getByRole('dialog', { name: 'Release Unhandled Replies' })
  await expect(dialog.getByText('2 replies on 2 campaigns would go back to the pool.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Release', exact: true }).click()
  await expect(dialog.getByRole('status').getByText('Released 2 replies on 2 campaigns')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expectCounts(page, early.title, { unhandled: 1, pool: 1 })
  await expectCounts(page, mail.title, { unhandled: 0, pool: 1 })

  // The form has come up on the phone. The longest wait is answered first.
  await expect(phone.getByText('General: 2 replies')).toBeVisible()
  await phone.getByLabel('How many?').fill('2')
  await phone.getByRole('button', { name: 'Request more texts' }).click()
  await expect(phone.getByRole('status').getByText('2 replies assigned')).toBeVisible()
  await expect(phone.getByRole('list').getByRole('link')).toContainText([/Omar Said/, /Maya Lin/])
  await expectCounts(page, early.title, { unhandled: 2, pool: 0 })
  await expectCounts(page, mail.title, { unhandled: 1, pool: 0 })

  await phone.getByRole('link', { name: /Omar Said/ }).click()
  await phone.getByLabel('Your reply').fill('It is on its way.')
  await phone.getByRole('button', { name: 'Send' }).click()
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Maya Lin')
  await expect.poll(() => received(omar?.cell ?? '')).toMatchObject([{ body: 'It is on its way.' }])
  await expectCounts(page, mail.title, { unhandled: 0, pool: 0 })
  await expect(page.getByText('2 people are waiting for an answer.')).toBeVisible()

  // And it is all on record.
  await page.getByRole('link', { name: 'Release history' }).first().click()
  const record = page.locator('.record').first()
  await expect(record).toContainText(/2\s*released/)
  await expect(record).toContainText('Release Unhandled Replies · 2 campaigns')
  await expect(record).toContainText('Ada Admin')
  await expect(record).toContainText('Waiting for at least 1 hour, without campaigns restricted to teams, only contacts within texting hours')
  await expect(record).toContainText('Finished')
})

async function expectCounts(page: Page, campaign: string, counts: { unhandled: number; pool: number }) {
  const cells = page.getByRole('row', { name: campaign }).getByRole('cell')
  // Contacts, unsent, unhandled, in the pool, oldest wait.
  await expect(cells.nth(2)).toHaveText(String(counts.unhandled))
  await expect(cells.nth(3)).toHaveText(String(counts.pool))
}
