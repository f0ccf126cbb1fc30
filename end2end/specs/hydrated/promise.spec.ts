// The promise, link by link: whoever texts back is answered, although the volunteer they wrote to has left. Contacts
// answer by themselves here, and nobody releases anything by hand. Each looks at a screen of their own that nobody
// reloads; the clock is moved, never waited for.
import { importContacts } from '../../support/contacts.ts'
import type { Page } from '@playwright/test'
import { listening } from '../../support/hydration.ts'
import { createDraft, zoneAt } from '../../support/replies.ts'
import { addTeam } from '../../support/team.ts'
import { expect, test } from '../../support/test.ts'
import { timePasses } from '../../support/time.ts'

test.use({ service: 'simulated' })

// What a simulated contact does follows from their cell and the text alone: these two answer it, and Omar answers twice.
// It is noon where they live, whatever their area code says.
const contacts = () => `firstName,lastName,cell,timeZone\nOmar,Said,(212) 555-0149,${zoneAt(12)}\nMaya,Lin,(212) 555-0148,${zoneAt(12)}\n`
const script = 'Hi {firstName}, {texterFirstName} here: can you vote early?'

test('who texts back is answered, although their texter has left', async ({ page, enterAs, somebody, visit, organization }) => {
  const { admin, ann, ben } = organization
  const campaign = await createDraft(organization, 'Early vote')
  const path = `/campaigns/${campaign.id}`

  // Ann's team sends the first texts; replies are for everybody. Until the campaign is launched there is nothing to request.
  await addTeam(organization, { title: 'First texts', members: [ann], campaigns: [campaign], kind: 'initials' })
  const anns = await somebody(ann, '/texts')
  await expect(anns.getByRole('heading', { name: 'No texts available right now' })).toBeVisible()

  // An admin prepares it, and launches it.
  await enterAs(admin, path)
  await page.getByLabel('Script of the initial message').fill(script)
  await page.getByRole('button', { name: 'Save script and due date' }).click()
  await expect(page.getByRole('status').getByText('Script and due date are saved.')).toBeVisible()
  await importContacts(page, contacts())
  await expect(page.getByRole('heading', { name: '2 contacts added' })).toBeVisible()
  await switchAutoReleaseOn(page)
  await page.getByRole('region', { name: 'Launch' }).getByRole('button', { name: 'Launch' }).click()
  await expect(page.getByRole('status').getByText('The campaign is launched.')).toBeVisible()

  // Ann's form comes up. She sends the first of her texts, and is answered.
  await expect(anns.getByText('First texts: 2 initial messages')).toBeVisible()
  await anns.getByRole('button', { name: 'Request more texts' }).click()
  await expect(anns.getByRole('status').getByText('2 initial messages assigned')).toBeVisible()
  await anns.getByRole('link', { name: 'Send initial messages (2)' }).click()
  await sendFirstText(anns, 'Omar Said', 'Hi Omar, Ann here: can you vote early?')
  await anns.getByRole('link', { name: 'My texts' }).first().click()
  await expect(anns.getByRole('heading', { name: '1 reply to answer' })).toBeVisible()
  // What she was assigned is no news once she has sent some of it.
  await expect(anns.getByText('2 initial messages assigned')).toBeHidden()
  await expect(anns.getByRole('link', { name: /Omar Said.*My sister wants to come too/ })).toBeVisible()

  // The second goes out twenty minutes later. When she has that answer too, she leaves, and is not seen again.
  await timePasses(campaign, 20)
  await anns.getByRole('link', { name: 'Send initial messages (1)' }).click()
  await sendFirstText(anns, 'Maya Lin', 'Hi Maya, Ann here: can you vote early?')
  await anns.getByRole('link', { name: 'My texts' }).first().click()
  await expect(anns.getByRole('heading', { name: '2 replies to answer' })).toBeVisible()
  await expect(anns.getByRole('link', { name: /Maya Lin/ })).toBeVisible()
  await anns.close()

  // There is nothing that Ben could have.
  const phone = await somebody(ben, '/texts', 'phone')
  await expect(phone.getByRole('heading', { name: 'No texts available right now' })).toBeVisible()
  await visit('/campaigns')
  await listening(page)
  await expectCounts(page, { unhandled: 2, pool: 0 })

  // Omar's is released at the interval, Maya's not before it is her turn; and the form comes up on Ben's phone.
  await timePasses(campaign, 15)
  await expectCounts(page, { unhandled: 1, pool: 1 })
  await expect(phone.getByText('General: 1 reply')).toBeVisible()
  await timePasses(campaign, 25)
  await expectCounts(page, { unhandled: 0, pool: 2 })
  await expect(phone.getByText('General: 2 replies')).toBeVisible()

  // He takes both and answers them, knowing what was said.
  await phone.getByRole('button', { name: 'Request more texts' }).click()
  await expect(phone.getByRole('status').getByText('2 replies assigned')).toBeVisible()
  await expect(phone.getByRole('list').getByRole('link', { name: /waiting/ })).toContainText([/Omar Said/, /Maya Lin/])
  await phone.getByRole('link', { name: /Omar Said/ }).click()
  await expect(phone.getByRole('log', { name: 'Messages' }).getByRole('article')).toContainText([
    /Hi Omar, Ann here.*Ann Texter/,
    /My sister wants to come too.*Omar Said/,
  ])
  await answer(phone, 'Yes, at City Hall, until eight.', 'Maya Lin')
  await answer(phone, 'Vote Local. We help people to vote.', /^(My texts|Omar Said)$/)

  // What he said has reached Omar, who writes back, be it by now or in a moment: to Ben.
  await visit('/texts', phone)
  await expect(phone.getByRole('link', { name: /Omar Said.*Perfect, thank you so much/ })).toBeVisible()

  // The campaign's page says how long they waited: the forty minutes and the hour that it was, and no less.
  await visit(path)
  await expect(page.getByRole('region', { name: 'Autoassign Mode' })).toContainText('Last: 1 reply')
  const waits = page.getByRole('region', { name: 'How long people wait for an answer' })
  await expect(waits).toContainText('No answers while it was off.')
  await expect(waits).toContainText('With auto-release')
  await expect(waits).toContainText('Of the last 2 answers.')
  await expect(waits.getByRole('term')).toHaveText(['Median', '95th percentile'])
  await expect(waits.getByRole('definition')).toHaveText(['40 min', '1 h'])
})

/** Both switches of the window, with the interval that it suggests. */
async function switchAutoReleaseOn(page: Page) {
  const card = page.getByRole('region', { name: 'Autoassign Mode' })
  await card.getByRole('link', { name: 'Autoassign Mode' }).click()
  const window = page.getByRole('dialog', { name: 'Autoassign Mode' })
  await window.getByRole('switch', { name: /^Auto-assign/ }).check()
  await window.getByRole('switch', { name: /^Auto-release/ }).check()
  await expect(window.getByRole('radio', { name: '30 min' })).toBeChecked()
  await window.getByRole('button', { name: 'Save' }).click()
  await expect(window.getByText('Saved.')).toBeVisible()
  await window.getByRole('button', { name: 'Close' }).click()
  await expect(card).toContainText('replies that are not handled within 30 minutes are released automatically')
}

async function sendFirstText(page: Page, name: string, text: string) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByLabel('Your initial message')).toHaveValue(text)
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('status').getByText('Your initial message was sent.')).toBeVisible()
}

/** Sends an answer, after which comes the page with this heading. */
async function answer(page: Page, text: string, next: string | RegExp) {
  await page.getByLabel('Your reply').fill(text)
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(next)
  await expect(page.getByRole('status').getByText('Your reply was sent.')).toBeVisible()
}

async function expectCounts(page: Page, counts: { unhandled: number; pool: number }) {
  const cells = page.getByRole('row', { name: 'Early vote' }).getByRole('cell')
  // Contacts, unsent, unhandled, in the pool, oldest wait.
  await expect(cells.nth(2)).toHaveText(String(counts.unhandled))
  await expect(cells.nth(3)).toHaveText(String(counts.pool))
}
