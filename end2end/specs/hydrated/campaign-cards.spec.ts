// The cards follow what happens.
import { addFirstTexts } from '../../support/first-texts.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('a card appears, and counts, as texts are handed out', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(ann, '/texts')
  await expect(page.getByRole('heading', { name: 'My campaigns' })).toBeHidden()
  await addFirstTexts(campaign, 'Hi', [{ holder: ann, name: 'Kim Park' }])
  await expect(page.getByRole('link', { name: 'Send initial messages (1)' })).toBeVisible()
  await addReplies(campaign, [{ minutes: 30, holder: ann }, { minutes: 20, holder: ann }])
  await expect(page.getByRole('link', { name: 'Answer replies (2)' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Early vote' }).first()).toContainText(/1 initial message.*2 replies/)
})
