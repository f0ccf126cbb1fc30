// Figures of a campaign, of a texter and of the organization, each with its pictures and the same in a table.
import { expectAccessible } from '../../support/accessibility.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('what became of a campaign is found from its row, and what its texter did', async ({ page, enterAs, somebody, visit, organization, javaScriptEnabled }) => {
  const { admin, ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [asked] = await addReplies(campaign, [
    { minutes: 40, holder: ann },
    { minutes: 20, holder: ann },
  ])
  const anns = await somebody(ann, `/texts/${asked?.id}`)
  await anns.getByLabel('Your reply').fill('At 12 Main Street.')
  await anns.getByRole('button', { name: 'Send' }).click()
  await expect(anns.getByRole('status').getByText('Your reply was sent.')).toBeVisible()

  await enterAs(admin, `/campaigns/${campaign.id}`)
  await page.getByRole('link', { name: 'Show figures' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Figures of Early vote' })).toBeVisible()
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
  for (const [name, count] of [
    ['Contacts', '2'],
    ['Sent an initial message', '2'],
    ['Replied', '2'],
    ['Handled', '1'],
    ['Waiting for an answer', '1'],
    ['Failed', '0'],
  ] as const) {
    await expect(row(name).getByRole('cell').first()).toHaveText(count)
  }
  // The picture says in words what it shows, and the table has the same.
  await expect(page.getByRole('img', { name: /^Answers, .*: 1 in all, 1 at most/ })).toBeVisible()
  await page.getByText('As a table').click()
  await expect(page.getByRole('columnheader', { name: 'First replies' })).toBeVisible()
  if (javaScriptEnabled !== false) await expectAccessible(page, 'the figures of a campaign')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV' }).click()
  expect((await file).suggestedFilename()).toBe(`campaign-${campaign.id}-figures.csv`)

  await visit('/figures')
  await expect(page.getByText('One person got an answer in the last hour. At this pace it takes 1 h to answer those who wait now.')).toBeVisible()
  if (javaScriptEnabled !== false) await expectAccessible(page, 'the figures of the organization')
  await page.getByRole('link', { name: ann.name }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Figures of ${ann.name}` })).toBeVisible()
  await expect(page.getByRole('img', { name: /^Answers, .*: 1 in all/ })).toBeVisible()
  if (javaScriptEnabled !== false) await expectAccessible(page, 'the figures of a texter')
})
