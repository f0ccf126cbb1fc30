// The settings of an organization: what an admin saves, and what texters meet of it.
import { received } from '../../support/carrier.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test('an admin hides last names and sets the goodbye that a contact gets who is opted out', async ({ page, enterAs, somebody, organization }) => {
  const { admin, ann } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const [maya, omar] = await addReplies(campaign, [
    { minutes: 30, holder: ann, name: 'Maya Lin' },
    { minutes: 20, holder: ann, name: 'Omar Said' },
  ])
  await enterAs(admin, '/settings')
  const form = page.getByRole('form', { name: 'Organization' })
  await form.getByLabel('Name of the organization').fill('Vote Now')
  await form.getByLabel('New campaigns text until').fill('08:00')
  await form.getByRole('switch', { name: /^Texters see last names/ }).uncheck()
  await form.getByLabel('Goodbye to contacts').fill('Sorry, {firstName}. We will not text you again.')
  await form.getByRole('button', { name: 'Save' }).click()
  const until = form.getByLabel('New campaigns text until')
  await expect(until).toHaveAccessibleDescription(/Texting hours have to end after they begin/)
  await expect(form.getByRole('switch', { name: /^Texters see last names/ })).not.toBeChecked()
  const last = form.getByLabel('Goodbye to contacts')
  await expect(last).toHaveAccessibleDescription(/\{firstName\} may be blank/)
  await last.fill('Sorry, {firstName|friend}. We will not text you again.')
  await until.fill('21:00')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The settings are saved.')).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('Vote Now')

  const anns = await somebody(ann, '/texts')
  await anns.getByRole('link', { name: /Maya/ }).click()
  await expect(anns.getByRole('heading', { level: 1, name: 'Maya', exact: true })).toBeVisible()
  await anns.getByRole('link', { name: 'Opt out' }).click()
  const goodbye = anns.getByRole('checkbox', { name: 'Send one last text' })
  await expect(goodbye).toBeChecked()
  const words = anns.getByRole('textbox', { name: 'Last text' })
  await expect(words).toHaveValue('Sorry, Maya. We will not text you again.')
  await words.fill('Sorry, Maya. Good luck!')
  await anns.getByRole('button', { name: 'Yes, opt out' }).click()
  await expect(anns.getByText('Maya has opted out.')).toBeVisible()
  const bodies = async () => (await received(maya?.cell ?? '')).map(({ body }) => body)
  await expect.poll(bodies).toContain('Sorry, Maya. Good luck!')

  // What cannot be sent holds up no opt-out. Omar's page is next.
  await anns.getByRole('link', { name: 'Opt out' }).click()
  await expect(words).toHaveValue('Sorry, Omar. We will not text you again.')
  await words.fill('Sorry, {first name}. Good luck!')
  await anns.getByRole('button', { name: 'Yes, opt out' }).click()
  await expect(anns.getByText('Omar has opted out.')).toBeVisible()
  await expect(anns.getByText('The last text was not sent: it still contained {first name}.')).toBeVisible()
  // A text that goes out stands in the log as soon as the opt-out does.
  await anns.goto(`/texts/${omar?.id}`)
  const log = anns.getByRole('log')
  await expect(log).toContainText('Opted out by')
  await expect(log).not.toContainText('Good luck!')
})

test('an admin says how long messages are kept, and is asked before any are erased', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/settings')
  await page.getByRole('link', { name: 'How long messages are kept' }).click()
  await expect(page.getByRole('heading', { name: 'How long messages are kept' })).toBeVisible()
  const days = page.getByLabel('Days until messages are erased')
  await days.fill('29')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(days).toHaveAccessibleDescription(/from 30 to 3,650/)
  await days.fill('90')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('This setting is saved.')).toBeVisible()
  await expect(days).toHaveValue('90')
})
