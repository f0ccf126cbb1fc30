// "Done for the day?": a texter gives their own replies back, after a question, and may take them back.
import type { Page } from '@playwright/test'
import { addReplies, createCampaign, holders } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

const wayThere = (page: Page) => page.getByRole('link', { name: 'Release my replies' })
const release = (page: Page) => page.getByRole('button', { name: 'Release my replies' })

test('a texter releases their own replies, and undoes it', async ({ page, enterAs, visit, organization }) => {
  const { ann, ben } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 90, holder: ann },
    { minutes: 1, holder: ann },
    { minutes: 90, holder: ben },
  ])
  await enterAs(ann, '/texts')
  await expect(page.getByRole('heading', { name: 'Done for the day?' })).toBeVisible()
  await wayThere(page).click()
  await expect(page.getByText('2 replies would go back to the pool.')).toBeVisible()
  expect(await holders(replies)).toEqual([ann.member, ann.member, ben.member])

  await release(page).click()
  await expect(page.getByRole('status').getByText('2 replies went back to the pool.')).toBeVisible()
  await expect(page.getByText('Nothing to answer')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Done for the day?' })).toBeHidden()
  // Who gave them back is not told that they were lost.
  await expect(page.getByRole('region', { name: 'Released from you' })).toBeHidden()
  expect(await holders(replies)).toEqual([null, null, ben.member])

  // Whoever leaves and comes back may still take them back.
  await visit('/texts/past')
  await visit('/texts')
  await expect(page.getByText('10 min left to undo')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('status').getByText('You have 2 replies back.')).toBeVisible()
  await expect(page.getByRole('heading', { name: '2 replies to answer' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden()
  expect(await holders(replies)).toEqual([ann.member, ann.member, ben.member])
})

test('each of two releases can be undone', async ({ page, enterAs, visit, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const first = await addReplies(campaign, [{ minutes: 90, holder: ann }])
  await enterAs(ann, '/texts')
  await wayThere(page).click()
  await release(page).click()
  await expect(page.getByText('1 reply went back to the pool.')).toBeVisible()
  const second = await addReplies(campaign, [{ minutes: 90, holder: ann }, { minutes: 80, holder: ann }])
  await visit('/texts')
  await wayThere(page).click()
  await release(page).click()
  await expect(page.getByText('2 replies went back to the pool.')).toBeVisible()
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toHaveCount(2)
  await expect(page.getByText('10 min left to undo').filter({ visible: true })).toHaveCount(2)
  await page.locator('.day-result', { hasText: '1 reply went back to the pool.' }).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('status').getByText('You have 1 reply back.')).toBeVisible()
  await expect(page.getByText('2 replies went back to the pool.')).toBeVisible()
  await expect(undo).toHaveCount(1)
  expect(await holders([...first, ...second])).toEqual([ann.member, null, null])
})

test('what was assigned before is no news after it', async ({ page, enterAs, visit, organization }) => {
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90 }])
  await enterAs(organization.ann, '/texts')
  await page.getByRole('button', { name: 'Request more texts' }).click()
  const assigned = page.getByRole('status').getByText('1 reply assigned')
  await expect(assigned).toBeVisible()
  await wayThere(page).click()
  await release(page).click()
  await expect(page.getByRole('status').getByText('1 reply went back to the pool.')).toBeVisible()
  await expect(assigned).toBeHidden()
  await visit('/texts')
  await expect(page.getByText('10 min left to undo')).toBeVisible()
  await expect(assigned).toBeHidden()
})

test('what another has taken meanwhile stays with them', async ({ page, enterAs, somebody, organization }) => {
  const { ann, ben } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 90, holder: ann },
    { minutes: 60, holder: ann },
  ])
  await enterAs(ann, '/texts')
  await wayThere(page).click()
  await release(page).click()
  await expect(page.getByText('2 replies went back to the pool.')).toBeVisible()

  const bens = await somebody(ben, '/texts')
  await bens.getByLabel('How many?').fill('1')
  await bens.getByRole('button', { name: 'Request more texts' }).click()
  await expect(bens.getByRole('heading', { name: '1 reply to answer' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('You have 1 reply back; 1 was already picked up, answered or escalated.')).toBeVisible()
  expect(await holders(replies)).toEqual([ben.member, ann.member])
})

test('an admin who texts reads in the same place what came back', async ({ page, enterAs, organization }) => {
  const { admin } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: admin }])
  await enterAs(admin, '/texts')
  await wayThere(page).click()
  await release(page).click()
  await expect(page.getByText('1 reply went back to the pool.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('status').getByText('You have 1 reply back.')).toBeVisible()
  await expect(page.getByRole('heading', { name: '1 reply to answer' })).toBeVisible()
  expect(await holders(replies)).toEqual([admin.member])
})

test('Cancel releases nothing', async ({ page, enterAs, organization, javaScriptEnabled }) => {
  const { ann } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(ann, '/texts')
  await wayThere(page).click()
  await expect(page.getByText('1 reply would go back to the pool.')).toBeVisible()
  await page.getByRole(javaScriptEnabled === false ? 'link' : 'button', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { name: '1 reply to answer' })).toBeVisible()
  await expect(page.getByText('1 reply would go back to the pool.')).toBeHidden()
  expect(await holders(replies)).toEqual([ann.member])
})

test('who holds nothing is not asked', async ({ page, enterAs, visit, organization }) => {
  await enterAs(organization.ann, '/texts')
  await expect(page.getByText('Nothing to answer')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Done for the day?' })).toBeHidden()
  await visit('/texts/done')
  await expect(page.getByText('Nothing to release')).toBeVisible()
  await expect(release(page)).toHaveCount(0)
})
