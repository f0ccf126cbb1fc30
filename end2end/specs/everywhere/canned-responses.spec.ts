// Canned responses: written on the campaign's page, and put into the reply box, filled in for the contact and to be edited.
import type { Page } from '@playwright/test'
import { received } from '../../support/carrier.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

const box = (page: Page) => page.getByLabel('Your reply')
const sheet = (page: Page) => page.getByRole('group', { name: 'Script and canned responses' })

async function choose(page: Page, title: string) {
  await page.getByRole('button', { name: 'Responses' }).click()
  await sheet(page).getByRole('button', { name: title }).click()
  await expect(sheet(page)).toBeHidden()
}

async function write(page: Page, responses: Record<string, string>) {
  const card = page.getByRole('region', { name: 'Canned responses' })
  for (const [place, [title, text]] of Object.entries(responses).entries()) {
    const row = card.getByRole('group', { name: 'New canned response' })
    await row.getByLabel('Title').fill(title)
    await row.getByLabel('Text').fill(text)
    await card.getByRole('button', { name: 'Save canned responses' }).click()
    await expect(card.getByRole('group', { name: `Canned response ${place + 1}` }).getByLabel('Title')).toHaveValue(title)
    await expect(page.getByRole('status').getByText('Canned responses are saved.')).toBeVisible()
  }
}

test('a response is chosen, filled in for the contact, edited and sent', async ({ page, enterAs, somebody, organization }) => {
  const { ann, admin } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 90, holder: ann, name: 'Maya Lin', fields: { site: 'City Hall' } }])
  const editor = await somebody(admin, `/campaigns/${campaign.id}`)
  const hours = 'We’re open from 8 to 8, at City Hall, at the library and at the school, every day until Tuesday.'
  await write(editor, { Where: '{firstName|neighbor}, vote at {site}.', Thanks: 'Thank you!', Hours: hours })

  await enterAs(ann, `/texts/${maya?.id}`)
  await choose(page, 'Where')
  await expect(box(page)).toHaveValue('Maya, vote at City Hall.')
  // One that was left as it was makes room for another one.
  await choose(page, 'Thanks')
  await expect(box(page)).toHaveValue('Thank you!')
  // So does one whose quotes were made straight.
  await choose(page, 'Hours')
  await page.getByRole('button', { name: /straight quotes/ }).click()
  await expect(box(page)).toHaveValue(hours.replace('’', "'"))
  await choose(page, 'Hours')
  await expect(box(page)).toHaveValue(hours)
  // What somebody typed stays, and it follows.
  await box(page).fill('Yes.')
  await choose(page, 'Where')
  await expect(box(page)).toHaveValue('Yes. Maya, vote at City Hall.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('status').getByText('Your reply was sent.')).toBeVisible()
  await expect.poll(() => received(maya?.cell ?? '')).toMatchObject([{ body: 'Yes. Maya, vote at City Hall.' }])
})

test('a campaign without any has no button for them', async ({ page, enterAs, organization }) => {
  const { ann } = organization
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: ann }])
  await enterAs(ann, `/texts/${maya?.id}`)
  await expect(page.getByRole('link', { name: 'Opt out' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Responses' })).toBeHidden()
})

test('admins move and remove them, and what is half written is refused with its words', async ({ page, enterAs, organization }) => {
  const campaign = await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, `/campaigns/${campaign.id}`)
  await write(page, { Where: 'At City Hall.', When: 'At 8.', Thanks: 'Thank you!' })
  const card = page.getByRole('region', { name: 'Canned responses' })
  const row = (name: string) => card.getByRole('group', { name })
  await row('Canned response 3').getByLabel('Move to position').fill('1')
  await row('Canned response 2').getByText('Remove it when saved').click()
  await card.getByRole('button', { name: 'Save canned responses' }).click()
  await expect(row('Canned response 1').getByLabel('Title')).toHaveValue('Thanks')
  await expect(row('Canned response 2').getByLabel('Title')).toHaveValue('Where')
  await expect(row('Canned response 3')).toHaveCount(0)

  await row('New canned response').getByLabel('Title').fill('Rides')
  await card.getByRole('button', { name: 'Save canned responses' }).click()
  await expect(card.getByText('Write its text, or clear its title.')).toBeVisible()
  await expect(row('New canned response').getByLabel('Title')).toHaveValue('Rides')
})

test('who answers from Message Review chooses one too', async ({ page, enterAs, somebody, organization }) => {
  const { ann, admin } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya] = await addReplies(campaign, [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
  const editor = await somebody(admin, `/campaigns/${campaign.id}`)
  await write(editor, { Thanks: 'Thank you, {firstName}!' })
  await enterAs(admin, `/review?open=${maya?.id}`)
  const opened = page.getByRole('region', { name: 'Conversation' })
  await opened.getByLabel('Your answer').fill('Sure.')
  await opened.getByText('Script and canned responses').click()
  await opened.getByRole('button', { name: 'Thanks' }).click()
  await expect(opened.getByLabel('Your answer')).toHaveValue('Sure. Thank you, Maya!')
  expect(await received(maya?.cell ?? '')).toEqual([])
  await opened.getByRole('button', { name: 'Send' }).click()
  await expect(opened.getByText('Your answer was sent.')).toBeVisible()
  await expect.poll(() => received(maya?.cell ?? '')).toMatchObject([{ body: 'Sure. Thank you, Maya!' }])
})
