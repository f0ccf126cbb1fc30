// The role of a member, from their page: who may give which, and what it means for them.
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('an admin makes a texter a supervolunteer, and reads what they hold', async ({ page, enterAs, somebody, organization }) => {
  const { admin, ann } = organization
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 5, holder: ann }])
  await enterAs(admin, '/people')
  await page.getByRole('link', { name: 'Ann Texter' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ann Texter' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(ann.email)
  await expect(page.getByText('1 reply', { exact: true })).toBeVisible()
  const role = page.getByRole('combobox', { name: 'Role of Ann Texter' })
  await expect(role.getByRole('option')).toHaveText(['Texter', 'Supervolunteer', 'Admin'])
  await role.selectOption('Supervolunteer')
  await page.getByRole('button', { name: 'Change role' }).click()
  await expect(page.getByText('The role is changed.')).toBeVisible()
  await expect(role).toHaveValue('supervolunteer')
  const anns = await somebody(ann, '/requests')
  await expect(anns.getByRole('heading', { level: 1, name: 'Assignment Requests' })).toBeVisible()
})

test('an admin cannot change an owner', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/people')
  await page.getByRole('link', { name: 'Olive Owner' }).click()
  await expect(page.getByText('Only an owner can change the role of an owner.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change role' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Suspend' })).toHaveCount(0)
})

test('of two admins who change a role the second is told', async ({ page, enterAs, somebody, organization }) => {
  const { admin, ann } = organization
  await enterAs(admin, `/people/${ann.member}`)
  const second = await somebody(admin, `/people/${ann.member}`)
  const change = async (of: typeof page, role: string) => {
    await of.getByLabel('Role of Ann Texter').selectOption(role)
    await of.getByRole('button', { name: 'Change role' }).click()
  }
  await change(page, 'Supervolunteer')
  await expect(page.getByText('The role is changed.')).toBeVisible()
  await change(second, 'Admin')
  await expect(second.getByRole('alert')).toContainText('Someone else saved these settings')
})

test('somebody is suspended and lifted, and nothing of it is a surprise', async ({ page, enterAs, somebody, visit, organization }) => {
  const { admin, ann } = organization
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 1, holder: ann }, { minutes: 90, holder: ann }])
  const anns = await somebody(ann, '/account')
  await enterAs(admin, `/people/${ann.member}`)
  await page.getByRole('link', { name: 'Suspend' }).click()
  await expect(page.getByText('Assigned now: 2 replies.')).toBeVisible()
  await expect(page.getByLabel('Also release everything assigned to them')).toBeChecked()
  await page.getByRole('button', { name: 'Suspend' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ann Texter suspended' })).toBeVisible()
  await expect(page.getByText('Released 2 conversations on 1 campaign')).toBeVisible()
  await anns.goto('/texts')
  await expect(anns.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await visit(`/people/${ann.member}`)
  await page.getByRole('button', { name: 'Lift suspension' }).click()
  await expect(page.getByText('The suspension is lifted.')).toBeVisible()
  await expect(page.getByLabel('Role of Ann Texter')).toHaveValue('texter')
})

test('somebody joins a team, and leaves it, from their own page', async ({ page, enterAs, organization }) => {
  const { admin, ann } = organization
  await enterAs(admin, '/teams')
  await page.getByLabel('Title').fill('Legal')
  await page.getByRole('button', { name: 'Create team' }).click()
  await expect(page.getByText('The team is created.')).toBeVisible()
  await page.goto(`/people/${ann.member}`)
  await page.getByRole('combobox', { name: 'Team' }).selectOption('Legal')
  await page.getByRole('button', { name: 'Add to team' }).click()
  await expect(page.getByText('Added to the team.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Teams' }).getByRole('link', { name: 'Legal' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove from Legal' }).click()
  await expect(page.getByText('On no team yet.')).toBeVisible()
})
