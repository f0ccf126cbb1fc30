// Tags: ordinary ones, and those that keep conversations for the teams that hold them.
import { addReplies, createCampaign } from '../../support/replies.ts'
import { createTag, createTeam, putTag } from '../../support/setup.ts'
import { expect, test } from '../../support/test.ts'

test('a tag begins to escalate, and its conversations with it', async ({ page, enterAs, visit, organization }) => {
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 20 }, { minutes: 30 }])
  await enterAs(organization.admin, '/tags')
  const lead = 'Escalated conversations are never released; only teams with the tag get them.'
  await expect(page.getByRole('paragraph').filter({ hasText: lead })).toBeVisible()
  await page.getByLabel('Title').fill('Press')
  await page.getByRole('button', { name: 'Create tag' }).click()
  await expect(page.getByRole('status').getByText('The tag is created.')).toBeVisible()
  await putTag(organization, 'Press', replies)
  await visit('/tags')
  const tags = page.getByRole('list', { name: 'Tags' })
  await expect(tags).toContainText('Standard')
  await expect(tags).toContainText('On 2 conversations')
  await tags.getByRole('link', { name: 'Press' }).click()
  await expect(page.getByText('2 conversations with this tag.')).toBeVisible()
  await page.getByRole('switch', { name: /^Escalation tag/ }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').getByText('The tag is saved.')).toBeVisible()
  await expect(page.getByText('2 conversations with this tag changed')).toBeVisible()
  await expect(tags).toContainText('no team has it, so no one gets them')
  await visit('/assignment')
  await expect(page.getByRole('group', { name: 'General' })).toContainText('0 replies')
})

test('only a tag that nothing carries is deleted', async ({ page, enterAs, visit, organization }) => {
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 20 }])
  await enterAs(organization.admin, '/tags')
  await createTag(page, 'Press', true)
  await createTag(page, 'Moved', false)
  await putTag(organization, 'Press', replies)
  await visit('/tags')
  await page.getByRole('link', { name: 'Press' }).click()
  await expect(page.getByText('It cannot be deleted')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Delete tag' })).toHaveCount(0)
  await visit('/tags')
  await page.getByRole('link', { name: 'Moved' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Moved' })).toBeVisible()
  await page.getByLabel('Title').fill('Press')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('Title')).toHaveAccessibleDescription('There is another tag with this title.')
  await page.getByRole('button', { name: 'Delete tag' }).click()
  await expect(page.getByRole('status').getByText('The tag is deleted.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Tags' }).getByRole('link')).toHaveText(['Press'])
})

test('tags and teams are found by a part of their title', async ({ page, enterAs, visit, organization }) => {
  await enterAs(organization.admin, '/tags')
  await createTag(page, 'Press', true)
  await createTag(page, 'Wants to move', false)
  await createTeam(page, 'Legal')
  await createTeam(page, 'Night shift')
  for (const [path, part, title] of [['/tags', 'MOVE', 'Wants to move'], ['/teams', 'shift', 'Night shift']] as const) {
    await visit(path)
    const search = page.getByRole('search')
    await search.getByRole('textbox').fill(part)
    await search.getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL(new RegExp(`q=${part}`))
    await expect(page.getByRole('main').locator('ul.rows').getByRole('link')).toHaveText([title])
    await search.getByRole('textbox').fill('nowhere')
    await search.getByRole('button', { name: 'Search' }).click()
    await expect(page.getByRole('main')).toContainText('Search by part of a title.')
  }
})
