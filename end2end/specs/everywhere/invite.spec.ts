// An admin makes a link; people join by it, new or with the account that they have; and links end.
import type { Page } from '@playwright/test'
import { linksAge, makeLink } from '../../support/invite.ts'
import { mailTo, NO_MAILBOX } from '../../support/mail-server.ts'
import { createOrganization, password } from '../../support/organization.ts'
import { createTeam } from '../../support/setup.ts'
import { signIn } from '../../support/sign-in.ts'
import { expect, test } from '../../support/test.ts'

const NEW = 'tall otter paints nine'

async function fillInJoin(page: Page, name: string, email: string, secret: string) {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(secret)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
}

test('an admin makes a link, somebody new joins by it, and then it is used up', async ({ page, browser, enterAs, visit, organization }) => {
  await enterAs(organization.admin, '/people')
  await createTeam(page, 'Legal')
  await page.getByRole('link', { name: 'Invite links' }).click()
  await expect(page.getByText('No invite links yet')).toBeVisible()
  await page.getByRole('link', { name: 'New invite link' }).click()
  await page.getByLabel('Role').selectOption('Supervolunteer')
  await page.getByLabel('Legal').check()
  const uses = page.getByLabel('How many may join')
  await uses.fill('many')
  await page.getByRole('button', { name: 'Make link' }).click()
  await expect(uses).toHaveAccessibleDescription(/Enter a whole number from 1 to 10,000/)
  await expect(page.getByLabel('Legal')).toBeChecked()
  await uses.fill('1')
  await page.getByRole('button', { name: 'Make link' }).click()
  await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()

  const context = await browser.newContext()
  const other = await context.newPage()
  await other.goto(link)
  await expect(other.getByRole('heading', { level: 1, name: 'Join Vote Local' })).toBeVisible()
  await expect(other.getByText('Ada Admin invites you. Your role: Supervolunteer.')).toBeVisible()
  const email = organization.ann.email.replace('ann@', 'zoe@')
  await fillInJoin(other, 'Zoë Ng', email, 'password1234')
  await expect(other.getByLabel('Password')).toHaveAccessibleDescription(/This password is easy to guess/)
  await expect(other.getByLabel('Name')).toHaveValue('Zoë Ng')
  await other.getByLabel('Password').fill(NEW)
  await other.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'My texts' })).toBeVisible()
  await other.goto(link)
  await expect(other.getByText('You are a member of Vote Local already.')).toBeVisible()
  await context.close()

  await visit('/people')
  await expect(page.getByRole('list', { name: 'People' }).getByRole('listitem').filter({ hasText: 'Zoë Ng' })).toContainText('1 team')
  await visit('/people/invites')
  await expect(page.getByRole('list', { name: 'Invite links' }).getByRole('listitem')).toContainText(['Used up'])
  const late = await browser.newContext()
  const tooLate = await late.newPage()
  await tooLate.goto(link)
  await expect(tooLate.getByText('It has already been used the maximum number of times. Ask for a new one.')).toBeVisible()
  await late.close()
})

test('whoever has an account signs in for it, and joins with one button', async ({ page, browser, enterAs, organization }) => {
  const elsewhere = await createOrganization()
  await enterAs(organization.admin, '/people')
  const link = await makeLink(page, { role: 'Texter', uses: '' })
  const context = await browser.newContext({ baseURL: process.env.BATON_TEST_URL })
  const other = await context.newPage()
  await other.goto(link)
  await fillInJoin(other, 'Ann', elsewhere.ann.email, NEW)
  await expect(other.getByLabel('Password')).toHaveAccessibleDescription(/someone with this e-mail already has an account/)
  await other.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await other.getByLabel('E-mail').fill(elsewhere.ann.email)
  await other.getByLabel('Password').fill(password)
  await other.getByRole('button', { name: 'Sign in' }).click()
  await other.getByRole('button', { name: `Join as Ann Texter (${elsewhere.ann.email})` }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'My texts' })).toBeVisible()
  await context.close()
})

test('a link that was revoked or whose time is over admits nobody', async ({ page, browser, enterAs, visit, organization }) => {
  await enterAs(organization.admin, '/people')
  const revoked = await makeLink(page, { role: 'Texter', uses: '' })
  await page.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('The link is revoked. No one can join with it any more.')).toBeVisible()
  const expired = await makeLink(page, { role: 'Texter', uses: '' })
  await linksAge(organization, 8)
  await visit('/people/invites')
  await expect(page.getByRole('list', { name: 'Invite links' }).getByRole('listitem')).toContainText(['Expired', 'Revoked'])
  const context = await browser.newContext({ baseURL: process.env.BATON_TEST_URL })
  const other = await context.newPage()
  for (const [link, sentence] of [[revoked, 'It was revoked. Ask for a new one.'], [expired, 'It has expired. Ask for a new one.']] as const) {
    await other.goto(link)
    await expect(other.getByText(sentence)).toBeVisible()
  }
  await signIn(context, organization.ann)
  await other.goto(revoked)
  await expect(other.getByText('You are a member of Vote Local already.')).toBeVisible()
  await context.close()
})

test('a link goes out by e-mail, and what is no address is named', async ({ page, browser, enterAs, organization }) => {
  const email = organization.ann.email.replace('ann@', 'zoe@')
  await enterAs(organization.admin, '/people')
  await makeLink(page, { role: 'Texter', uses: '1' })
  const addresses = page.getByLabel('E-mail addresses')
  await addresses.fill(`${email}\nzoe`)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(addresses).toHaveAccessibleDescription(/These are not e-mail addresses: zoe\..*1 more person can join/)
  await expect(addresses).toHaveValue(`${email}\nzoe`)
  await addresses.fill(email.toUpperCase())
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('The link is on its way to these addresses.')).toBeVisible()
  await expect.poll(() => mailTo(email)).toHaveLength(1)
  const [mail] = await mailTo(email)
  expect(mail?.subject).toBe('You are invited to Vote Local')
  expect(mail?.text).toContain('Ada Admin invites you to text for Vote Local')
  const context = await browser.newContext()
  const other = await context.newPage()
  await other.goto(/\S+\/join\/\S+/.exec(mail?.text ?? '')?.[0] ?? '')
  await fillInJoin(other, 'Zoë Ng', email, NEW)
  await expect(other.getByRole('heading', { level: 1, name: 'My texts' })).toBeVisible()
  await context.close()
})

test('an e-mail that is refused stands with its link', async ({ page, enterAs, visit, organization }) => {
  const refused = organization.ann.email.replace('ann@', `${NO_MAILBOX}.zoe@`)
  await enterAs(organization.admin, '/people')
  await makeLink(page, { role: 'Texter', uses: '2' })
  const path = new URL(page.url()).pathname
  await page.getByLabel('E-mail addresses').fill(refused)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('The link is on its way to these addresses.')).toBeVisible()
  const notice = page.getByRole('region', { name: 'Not delivered' })
  await expect(async () => {
    await visit(path)
    await expect(notice).toContainText(`${refused}: the mail server refused it`, { timeout: 500 })
  }).toPass()
  await visit('/people/invites')
  const link = page.getByRole('list', { name: 'Invite links' }).getByRole('listitem')
  await expect(link).toContainText(`Not delivered: ${refused}. Check the address, or send the link yourself.`)
  await page.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('The link is revoked.')).toBeVisible()
  await visit('/people/invites')
  await expect(link).toContainText('Revoked')
  await expect(link).not.toContainText('Not delivered')
})
