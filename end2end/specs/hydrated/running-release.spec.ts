// A release that takes long: every admin sees how it goes on, and any of them may stop it.
import { expectAccessible } from '../../support/accessibility.ts'
import { releaseEnds, releaseStarts } from '../../support/running.ts'
import { createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('another admin sees it, stops it, and both read what came of it', async ({ page, enterAs, somebody, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, '/campaigns')
  const other = await somebody(organization.admin, '/releases')
  const release = await releaseStarts(campaign, 50, 200)
  const running = (where: typeof page) => where.getByRole('region', { name: 'Releases in progress' })
  for (const one of [page, other]) {
    await expect(running(one)).toContainText('Ada Admin')
    await expect(running(one)).toContainText('Releasing: 50 of 200 replies')
    await expect(running(one).getByRole('progressbar')).toHaveAttribute('value', '25')
  }
  await expectAccessible(page, 'with a running release')
  await running(other).getByRole('button', { name: 'Cancel release' }).click()
  await expect(running(page).getByRole('button', { name: 'Canceling…' })).toBeDisabled()
  await releaseEnds(release, 'cancelled', 80)
  for (const one of [page, other]) {
    const result = 'Released 80 replies on 1 campaign, then it was canceled'
    await expect(running(one).getByRole('status').getByText(result)).toBeVisible()
  }
  // An undo goes through to its end.
  await releaseStarts(campaign, 10, 80, release)
  await expect(running(page)).toContainText('Undoing: 10 of 80 replies returned')
  await expect(running(page).getByRole('button', { name: 'Cancel release' })).toHaveCount(0)
})

test('its own page follows it to the end', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  const release = await releaseStarts(campaign, 50, 200)
  await enterAs(organization.admin, `/releases/${release}`)
  await expect(page.getByText('Releasing: 50 of 200 replies')).toBeVisible()
  await releaseEnds(release, 'finished', 200)
  await expect(page.getByRole('status').getByText('Released 200 replies on 1 campaign')).toBeVisible()
  await expect(page.getByRole('main').getByText('Finished')).toBeVisible()
})
