// What one texter escalates, the team that handles it finds in its form.
import { addReplies, createCampaign, holders } from '../../support/replies.ts'
import { addTags, addTeam } from '../../support/team.ts'
import { expect, test } from '../../support/test.ts'

test('an escalated reply is offered to the team that handles it, and to nobody else', async ({ page, enterAs, somebody, organization }) => {
  const { ann, ben } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await addTags(organization, [], ['Threat'])
  await addTeam(organization, { title: 'Care', members: [ben], campaigns: [campaign], tags: ['Threat'] })
  const replies = await addReplies(campaign, [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  await enterAs(ann, `/texts/${replies[0]?.id}`)
  await page.getByText('Tags', { exact: true }).click()
  await page.getByLabel('Threat').check()
  await page.getByRole('button', { name: 'Save tags' }).click()
  await expect(page.getByText('Escalated to Care')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No texts available right now' })).toBeVisible()

  const bens = await somebody(ben, '/texts')
  await bens.getByLabel('Care: 1 reply').check()
  await bens.getByLabel('How many?').fill('1')
  await bens.getByRole('button', { name: 'Request more texts' }).click()
  await expect(bens.getByRole('heading', { name: '1 reply to answer' })).toBeVisible()
  expect(await holders(replies)).toEqual([ben.member])
})
