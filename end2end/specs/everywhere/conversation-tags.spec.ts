// Tags say what a conversation is about; an escalation tag gives it to the team that handles it.
import type { Page } from '@playwright/test'
import { addReplies, createCampaign, holders } from '../../support/replies.ts'
import { addTags, addTeam } from '../../support/team.ts'
import { expect, test } from '../../support/test.ts'

async function tag(page: Page, title: string) {
  await page.getByText('Tags', { exact: true }).click()
  await page.getByLabel(title).click()
  await page.getByRole('button', { name: 'Save tags' }).click()
}

test('a texter tags a conversation, and takes the tag off', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  await addTags(organization, ['Wants a sign', 'Wrong number'], [])
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(ann, `/texts/${maya?.id}`)
  await tag(page, 'Wants a sign')
  await expect(page.getByRole('status').getByText('The tags were saved.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveText(['Wants a sign'])
  await tag(page, 'Wants a sign')
  await expect(page.getByRole('status').getByText('The tags were saved.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Tags' })).toHaveCount(0)
})

test('an escalated one goes to the team, and the texter to the next', async ({ page, enterAs, organization }) => {
  const { ann, ben } = organization
  await addTags(organization, ['Wants a sign'], ['Threat'])
  await addTeam(organization, { title: 'Care', members: [ben], tags: ['Threat'] })
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [
    { minutes: 90, holder: ann, name: 'Maya Lin' },
    { minutes: 60, holder: ann, name: 'Omar Said' },
  ])
  await enterAs(ann, `/texts/${replies[0]?.id}`)
  await tag(page, 'Threat')
  await expect(page.getByRole('status').getByText('Escalated to Care; the team that handles it has it now.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Omar Said')
  expect(await holders(replies)).toEqual([null, ann.member])
  await tag(page, 'Threat')
  await expect(page).toHaveURL(`/texts?was_escalated=${replies[1]?.id}`)
  await expect(page.getByText('Nothing to answer')).toBeVisible()
})

test('a page from before it changed hands tags nothing', async ({ page, enterAs, organization, complaints }) => {
  complaints.expect(/status of 4\d\d .*tag/)
  const { ann } = organization
  await addTags(organization, ['Wants a sign'], [])
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(ann, `/texts/${maya?.id}`)
  await page.locator('input[name=lease_epoch]').evaluateAll((inputs) => inputs.forEach((input) => input.setAttribute('value', '7')))
  await tag(page, 'Wants a sign')
  await expect(page.getByRole('alert').getByText('changed hands since you opened it, so nothing was saved')).toBeVisible()
})
