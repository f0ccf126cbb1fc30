// Figures that change while a page is looked at.
import { addReplies, createCampaign } from '../../support/replies.ts'
import { requestWaits } from '../../support/setup.ts'
import { expect, test } from '../../support/test.ts'

test('a pool fills, and a request arrives, without a reload', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, '/assignment')
  const general = page.getByRole('group', { name: 'General' })
  await expect(general).toContainText('0 replies')
  // What is typed meanwhile stays.
  await general.getByLabel('Most per request').fill('12')
  await addReplies(campaign, [{ minutes: 65 }])
  await expect(general).toContainText('1 reply')
  await expect(general).toContainText('oldest wait 1 h 5 min')
  await requestWaits(organization, organization.ann, 10)
  const requests = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Assignment Requests/ })
  await expect(requests).toHaveText(/Assignment Requests\s*1/)
  await expect(general.getByLabel('Most per request')).toHaveValue('12')
})
