// Where somebody is after a navigation: title, announcement, focus, scroll position.
import { countDocuments, follow } from '../../../support/documents.ts'
import { listening } from '../../../support/hydration.ts'
import { addReplies, createCampaign } from '../../../support/replies.ts'
import { expect, test } from '../../../support/test.ts'

test('the title is announced, and reading goes on with the page', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/campaigns')
  await page.getByRole('link', { name: 'Release history' }).first().click()
  await expect(page.locator('#announcement')).toHaveText('Release history · Baton')
  await expect(page).toHaveTitle('Release history · Baton')
  await expect(page.getByRole('main')).toBeFocused()
})

test('going back comes to the same place and the same link', async ({ page, enterAs, organization }) => {
  const waiting = Array.from({ length: 40 }, (_, place) => ({ minutes: 100 + place, holder: organization.ann }))
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), waiting)
  await enterAs(organization.ann, '/texts')
  await listening(page)
  // The one that waits longest is the first in the list, so this is at its end.
  const last = page.locator(`a[href="/texts/${replies[0]?.id}#latest"]`)
  await last.scrollIntoViewIfNeeded()
  await last.focus()
  const top = await page.evaluate(() => scrollY)
  expect(top).toBeGreaterThan(200)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Your reply')).toBeVisible()
  await page.goBack()
  await expect(last).toBeFocused()
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(top)
})

test('of two links to the same address it is the one that was used', async ({ page, enterAs, organization }) => {
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 100, holder: organization.ann },
    { minutes: 90, holder: organization.ann },
  ])
  await enterAs(organization.ann, '/texts')
  await listening(page)
  const links = page.locator(`a[href="/texts/${replies[0]?.id}#latest"]`)
  await expect(links).toHaveCount(2)
  await links.last().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Your reply')).toBeVisible()
  await page.goBack()
  await expect(links.last()).toBeFocused()
})

test('so does going forward', async ({ page, enterAs, organization }) => {
  const waiting = Array.from({ length: 40 }, (_, place) => ({ minutes: 100 + place, holder: organization.ann }))
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), waiting)
  const scrolled = () => page.evaluate(() => scrollY)
  await enterAs(organization.ann, `/texts/${replies[0]?.id}`)
  await page.getByRole('link', { name: 'My texts' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My texts')
  await listening(page)
  const last = page.locator(`a[href="/texts/${replies[0]?.id}#latest"]`)
  await last.focus()
  await last.scrollIntoViewIfNeeded()
  const place = await scrolled()
  expect(place).toBeGreaterThan(200)
  await page.goBack()
  await expect(page.getByLabel('Your reply')).toBeVisible()
  await page.goForward()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My texts')
  await expect(last).toBeFocused()
  await expect.poll(scrolled).toBe(place)
})

test('of several clicks the last one counts', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/campaigns')
  const documents = countDocuments(page)
  await page.evaluate(() => {
    for (const path of ['/teams', '/tags', '/releases', '/people', '/requests']) location.assign(path)
  })
  await expect(page).toHaveURL('/requests')
  await expect(page).toHaveTitle('Assignment Requests · Baton')
  await follow(page, '/teams')
  await expect(page).toHaveTitle('Teams · Baton')
  expect(documents()).toBe(0)
})
