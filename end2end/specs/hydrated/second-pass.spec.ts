// A second pass: who has not answered is messaged again, and what nobody has picked up is taken back.
import { received } from '../../support/carrier.ts'
import { addFirstTexts } from '../../support/first-texts.ts'
import { createCampaign } from '../../support/replies.ts'
import { addTeam } from '../../support/team.ts'
import { expect, test } from '../../support/test.ts'

test('a second pass is counted and run, one of its contacts is messaged again, and the rest is undone', async ({
  page, enterAs, somebody, organization,
}) => {
  const { admin, ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const names = ['Maya Lin', 'Omar Said']
  const contacts = await addFirstTexts(campaign, 'Hi {firstName}, will you vote?', names.map((name) => ({ holder: ann, name })))
  await addTeam(organization, { title: 'Callers', members: [ann], campaigns: [campaign], kind: 'initials' })
  await enterAs(ann, `/texts/next?campaign=${campaign.id}&kind=initials`)
  for (const name of names) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await page.getByRole('button', { name: 'Send' }).click()
  }
  for (const { cell } of contacts) await expect.poll(() => received(cell)).toHaveLength(1)

  const admins = await somebody(admin, `/campaigns/${campaign.id}`)
  await admins.getByRole('link', { name: 'See whom it would take' }).click()
  await expect(admins.getByText('No one would be messaged again.')).toBeVisible()
  await expect(admins.getByText('2 texted more recently, or about to be')).toBeVisible()
  const days = admins.getByLabel('Days since the last text, at least')
  await days.fill('-1')
  await admins.getByRole('button', { name: 'Update the preview' }).click()
  await expect(admins.getByText('Enter a whole number of days from 0 to 365.')).toBeVisible()
  await days.fill('0')
  await admins.getByRole('button', { name: 'Update the preview' }).click()
  await expect(admins.getByText('2 contacts have not answered and would be messaged again.')).toBeVisible()
  await expect(admins.getByText('1 texter has them now and will lose them.')).toBeVisible()
  await admins.getByRole('button', { name: 'Start second pass' }).click()
  await expect(admins.getByText('Second pass: 2 contacts are to be messaged again')).toBeVisible()

  await page.goto('/texts')
  await page.getByLabel('How many').fill('1')
  await page.getByRole('button', { name: 'Request more texts' }).click()
  await page.getByRole('link', { name: 'Send initial messages (1)' }).click()
  await expect(page.getByText('Hi Maya, will you vote?').first()).toBeVisible()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect.poll(() => received(contacts[0]?.cell ?? '')).toMatchObject([
    { body: 'Hi Maya, will you vote?' },
    { body: 'Hi Maya, will you vote?' },
  ])

  await admins.getByRole('button', { name: 'Undo' }).click()
  await expect(admins.getByText('Undone: 1 of 2 conversations returned; 1 was already picked up, answered or deleted')).toBeVisible()
  await expect.poll(() => received(contacts[1]?.cell ?? '')).toHaveLength(1)
})
