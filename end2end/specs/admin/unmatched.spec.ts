// Texts that belong to no conversation are read, opted out, moved to a contact and marked as done by admins; escalated
// conversations wait with a badge until somebody of the team that handles them takes one.
import { expectAccessible } from '../../support/accessibility.ts'
import { contactWrites } from '../../support/incoming.ts'
import { newCell } from '../../support/organization.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { addTags, addTeam } from '../../support/team.ts'
import { expect, test } from '../../support/test.ts'

test('a stranger’s text is read, opted out, and another is moved to the contact who wrote it', async ({ enterAs, page, visit, somebody, organization, javaScriptEnabled }) => {
  const { admin, ann, number } = organization
  const [stranger, work] = [newCell(), newCell()]
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  await contactWrites(stranger, number, 'Take me off your list')
  await contactWrites('72345', number, 'Your code is 1234')
  await contactWrites(work, number, 'It is Maya, from work')
  await enterAs(admin, '/unmatched')
  const rows = page.getByRole('list', { name: 'Unmatched texts' }).getByRole('listitem')
  await expect(rows).toHaveText([/It is Maya, from work/, /^72345\s*Your code is 1234/, /May want no more texts\s*Take me off your list/])
  if (javaScriptEnabled !== false) await expectAccessible(page, 'unmatched texts')
  await page.getByRole('button', { name: `Opt out ${stranger}` }).click()
  await expect(page.getByRole('status').getByText('The number is opted out now.')).toBeVisible()
  await expect(rows.nth(2)).toHaveText(/Opted out/)
  await page.getByRole('button', { name: `Mark the text from ${stranger} as done` }).click()
  await expect(page.getByRole('status').getByText('The text is marked as done.')).toBeVisible()
  await expect(rows).toHaveCount(2)

  await page.getByRole('link', { name: `Move to a contact: the text from ${work}` }).click()
  await expect(page.getByText('No contact on a running campaign has this number.')).toBeVisible()
  await page.getByLabel('Name or number').fill('lin')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('button', { name: 'Move here: Maya Lin, Early vote' }).click()
  await expect(page.getByRole('status').getByText('The text was moved to the contact')).toBeVisible()
  await expect(rows).toHaveText([/72345/])
  const anns = await somebody(ann, `/texts/${maya?.id}`)
  await expect(anns.getByRole('log')).toContainText('It is Maya, from work')

  // The thread says when the contact opted out, and that they lifted it.
  await contactWrites(maya?.cell ?? '', number, '“Stop”, please')
  await contactWrites(maya?.cell ?? '', number, 'START')
  await visit(`/texts/${maya?.id}`, anns)
  await expect(anns.getByRole('log')).toContainText(/“Stop”, please.*Opted out by a stop word.*START.*This lifted their opt-out\./s)
  await expect(anns.getByRole('button', { name: 'Send' })).toBeEnabled()
})

test('escalated conversations wait with a badge until somebody of their team takes one', async ({ enterAs, page, somebody, organization, javaScriptEnabled }) => {
  const { admin, ann, ben } = organization
  await addTags(organization, [], ['Threat'])
  await addTeam(organization, { title: 'Care', members: [ben], tags: ['Threat'] })
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  await enterAs(admin, '/escalated')
  await expect(page.getByText('Nothing here')).toBeVisible()
  const badge = page.getByRole('navigation').getByRole('link', { name: /^Escalated/ })
  await expect(badge).toHaveText('Escalated')
  // A texter has it whose team handles the tag.
  const bens = await somebody(ben, '/texts', 'phone')
  const bensBadge = bens.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Escalated/ })
  await expect(bensBadge).toHaveText('Escalated')
  const anns = await somebody(ann, `/texts/${maya?.id}`)
  await expect(anns.getByRole('navigation', { name: 'Main' })).toHaveCount(0)
  await anns.getByText('Tags', { exact: true }).click()
  await anns.getByLabel('Threat').check()
  await anns.getByRole('button', { name: 'Save tags' }).click()
  await expect(anns.getByText('Escalated to Care')).toBeVisible()
  // Where there is a script the badge follows by itself.
  if (javaScriptEnabled === false) await Promise.all([page.reload(), bens.reload()])
  await expect(badge).toHaveText('Escalated 1')
  await expect(bensBadge).toHaveText('Escalated 1')
  await page.reload()
  const row = page.getByRole('list', { name: 'Escalated' }).getByRole('listitem')
  await expect(row).toContainText(/Maya Lin Threat\s*Early vote.*escalated by Ann Texter/)
  await expect(row.getByRole('link', { name: 'Read the conversation with Maya Lin' })).toBeVisible()

  await bens.getByRole('link', { name: '1 escalated conversation waits for someone to take it' }).click()
  if (javaScriptEnabled !== false) await expectAccessible(bens, 'escalated conversations of a team')
  await bens.getByRole('button', { name: 'Take the conversation with Maya Lin' }).click()
  await expect(bens.getByRole('heading', { level: 1 })).toHaveText('Maya Lin')
  await expect(bens.getByRole('button', { name: 'Send' })).toBeEnabled()
  await bens.getByRole('link', { name: 'My texts' }).click()
  await expect(bensBadge).toHaveText('Escalated')
  if (javaScriptEnabled === false) await page.reload()
  await expect(badge).toHaveText('Escalated')
})
