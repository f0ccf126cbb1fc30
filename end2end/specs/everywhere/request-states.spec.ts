// The request form is in exactly one of its states.
import type { Page } from '@playwright/test'
import { setApproval } from '../../support/approval.ts'
import { disableRequests } from '../../support/organization.ts'
import { addReplies, createCampaign, holders } from '../../support/replies.ts'
import { addTeam } from '../../support/team.ts'
import { addFirstTexts } from '../../support/first-texts.ts'
import { expect, test } from '../../support/test.ts'

/** The states that are not meant are not there, nor is anything of them to press. */
async function expectState(page: Page, title: string, button?: 'Request more texts' | 'Cancel request') {
  await expect(page.locator('.request').getByRole('heading')).toHaveText(title)
  for (const name of ['Request more texts', 'Cancel request']) {
    await expect(page.getByRole('button', { name }), name).toBeVisible({ visible: name === button })
  }
}

test('nothing can be handed out', async ({ page, enterAs, organization }) => {
  await enterAs(organization.ann, '/texts')
  await expectState(page, 'No texts available right now')
})

test('requests are disabled, with the organization’s own words', async ({ page, enterAs, organization }) => {
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }])
  await disableRequests(organization, 'We text again on Monday.')
  await enterAs(organization.ann, '/texts')
  await expectState(page, 'Requests are disabled')
  await expect(page.getByText('We text again on Monday.')).toBeVisible()
})

test('this texter may not ask', async ({ page, enterAs, organization }) => {
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }])
  await setApproval(organization.ann, 'not_allowed')
  await enterAs(organization.ann, '/texts')
  await expectState(page, 'You cannot request texts')
})

test('the form, with the pools to choose from', async ({ page, enterAs, organization, javaScriptEnabled }) => {
  const { ann } = organization
  const everybodys = await createCampaign(organization, 'Early vote')
  const teams = await createCampaign(organization, 'En español')
  await addTeam(organization, { title: 'Spanish team', members: [ann], campaigns: [teams], kind: 'initials' })
  const replies = await addReplies(everybodys, [{ minutes: 90 }])
  await addFirstTexts(teams, 'Hola {firstName}', [{ name: 'Maya Lin' }, { name: 'Omar Said' }])
  await enterAs(ann, '/texts')
  await expectState(page, 'People are waiting', 'Request more texts')
  await expect(page.getByRole('radio')).toHaveCount(2)
  await page.getByLabel('Spanish team: 2 initial messages').check()
  if (javaScriptEnabled) await expect(page.getByLabel('How many?')).toHaveValue('2')
  await page.getByLabel('General: 1 reply').check()
  if (javaScriptEnabled) await expect(page.getByLabel('How many?')).toHaveValue('1')
  await page.getByLabel('How many?').fill('1')
  await page.getByRole('button', { name: 'Request more texts' }).click()
  await expect(page.getByRole('status').getByText('1 reply assigned')).toBeVisible()
  expect(await holders(replies)).toEqual([ann.member])

  await expectState(page, 'Initial messages to send', 'Request more texts')
  await expect(page.getByText('Spanish team: 2 initial messages')).toBeVisible()
  await page.getByLabel('How many?').fill('2')
  await page.getByRole('button', { name: 'Request more texts' }).click()
  await expect(page.getByRole('status').getByText('2 initial messages assigned')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Send initial messages (2)' })).toBeVisible()
  await expectState(page, 'No texts available right now')
})

test('a pending request says for what, and can be cancelled', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const replies = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }, { minutes: 40 }])
  await setApproval(ann, 'approval_required')
  await enterAs(ann, '/texts')
  await expectState(page, 'People are waiting', 'Request more texts')
  await expect(page.getByText('Someone has to approve it first.')).toBeVisible()
  await page.getByRole('button', { name: 'Request more texts' }).click()
  await expectState(page, 'You asked for more texts', 'Cancel request')
  await expect(page.getByText('2 replies from General. Someone has to approve it; this page updates by itself.')).toBeVisible()
  expect(await holders(replies)).toEqual([null, null])
  await page.getByRole('button', { name: 'Cancel request' }).click()
  await expect(page.getByRole('status').getByText('Your request is canceled.')).toBeVisible()
  await expectState(page, 'People are waiting', 'Request more texts')
})

test('a pending request stays while requests are disabled, and says why no one can approve it', async ({ page, enterAs, visit, organization }) => {
  await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 30 }])
  await setApproval(organization.ann, 'approval_required')
  await enterAs(organization.ann, '/texts')
  await page.getByRole('button', { name: 'Request more texts' }).click()
  await expectState(page, 'You asked for more texts', 'Cancel request')
  await disableRequests(organization, 'We text again on Monday.')
  await visit('/texts')
  await expectState(page, 'You asked for more texts', 'Cancel request')
  await expect(page.getByText('1 reply from General. It cannot be approved while requests are disabled. We text again on Monday.')).toBeVisible()
})
