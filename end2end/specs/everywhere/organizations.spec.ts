// One account in two organizations: the choice in the head, and forms of the one that was left.
import { makeLink } from '../../support/invite.ts'
import { createOrganization } from '../../support/organization.ts'
import { expect, test } from '../../support/test.ts'

test('somebody in two organizations changes between them, and an old page does nothing', async ({
  page, somebody, enterAs, visit, organization, complaints,
}) => {
  // Whoever joins or changes has another session then.
  complaints.expectEndOfSession()
  const turnOut = await createOrganization()
  const admin = await somebody(turnOut.admin, '/people')
  const link = await makeLink(admin, { role: 'Admin', uses: '1' })

  await enterAs(organization.admin, '/teams')
  const choice = page.getByRole('banner').getByLabel('Other organization')
  await expect(choice).toHaveCount(0)
  await visit(link)
  await page.getByRole('button', { name: /^Join as Ada Admin/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Campaigns' })).toBeVisible()
  await visit('/people')
  await expect(page.getByRole('main')).toContainText(turnOut.ann.email)

  await visit('/teams')
  const form = page.locator('form[action^="/api/teams/create"]')
  const old = await form.getAttribute('action')
  await expect(choice).toBeVisible()
  await page.getByRole('banner').getByRole('button', { name: 'Switch' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Campaigns' })).toBeVisible()
  await visit('/people')
  await expect(page.getByRole('main')).toContainText(organization.ann.email)

  // The form of a window that was left open, as it would be sent there.
  const headers = { accept: 'text/html', referer: `${process.env.BATON_TEST_URL}/teams` }
  const answer = await page.request.post(String(old), { form: { title: 'Legal', priority: 10 }, headers, maxRedirects: 0 })
  expect(answer.status()).toBe(409)
  expect(await answer.text()).toContain('You have changed to Vote Local in another window')
  await visit('/teams')
  await expect(page.getByText('No teams yet')).toBeVisible()
  await visit('/account')
  await expect(page.getByRole('list', { name: 'Where you are signed in' })).toContainText('in Vote Local')
})

test.describe('on a narrow phone', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('the choice is on the screen', async ({ page, somebody, enterAs, visit, organization, complaints }) => {
    complaints.expectEndOfSession()
    const turnOut = await createOrganization()
    const admin = await somebody(turnOut.admin, '/people')
    const link = await makeLink(admin, { role: 'Texter', uses: '1' })
    await enterAs(organization.ann, link)
    await page.getByRole('button', { name: /^Join as Ann Texter/ }).click()
    await expect(page.getByRole('banner').getByLabel('Other organization')).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('banner').getByRole('button', { name: 'Switch' })).toBeInViewport({ ratio: 1 })
    await visit('/account')
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing beside the screen').toBeLessThanOrEqual(320)
  })
})
