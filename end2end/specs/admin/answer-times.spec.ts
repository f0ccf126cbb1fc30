// The campaign's page says how long people waited for an answer, without automatic release and with it.
import { expectAccessible } from '../../support/accessibility.ts'
import { releaseAutomatically } from '../../support/auto-release.ts'
import { addReplies, createCampaign, type Reply } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('answers are measured, and read on the page of their campaign', async ({ page, enterAs, somebody, visit, organization, javaScriptEnabled }) => {
  const { admin, ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const path = `/campaigns/${campaign.id}`
  const [slow, quick] = await addReplies(campaign, [
    { minutes: 95, holder: ann },
    { minutes: 12, holder: ann },
  ])
  await enterAs(admin, path)
  const card = page.getByRole('region', { name: 'How long people wait for an answer' })
  await expect(card).toContainText('Nothing answered yet')

  const anns = await somebody(ann, '/texts')
  const answer = async (reply?: Reply) => {
    await visit(`/texts/${reply?.id}`, anns)
    await anns.getByLabel('Your reply').fill('At 12 Main Street.')
    await anns.getByRole('button', { name: 'Send' }).click()
    await expect(anns.getByRole('status').getByText('Your reply was sent.')).toBeVisible()
  }
  await answer(slow)
  await visit(path)
  await expect(card.getByRole('definition')).toHaveText(['1 h 35 min', '1 h 35 min'])
  await expect(card).toContainText('No answers while it was on.')

  await releaseAutomatically(campaign, 60)
  await answer(quick)
  await visit(path)
  await expect(card.getByRole('definition')).toHaveText(['1 h 35 min', '1 h 35 min', '12 min', '12 min'])
  await expect(card).toContainText('got an answer within 12 min with auto-release on, and within 1 h 35 min with it off')
  if (javaScriptEnabled !== false) await expectAccessible(page, 'how long people wait')
})
