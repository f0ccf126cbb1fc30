// The numbers that texts are sent from: added, tried with the carrier, taken out of use and used again.
import { newServiceSid } from '../../support/carrier-services.ts'
import { newCell } from '../../support/organization.ts'
import { expect, test } from '../../support/test.ts'

test('an admin adds a number, reads what the carrier says of it, and takes it out of use', async ({ page, enterAs, organization }) => {
  const { number } = organization
  await enterAs(organization.admin, '/settings')
  await page.getByRole('link', { name: 'Phone numbers' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Phone numbers' })).toBeVisible()
  const numbers = page.getByRole('list', { name: 'Phone numbers' })
  await page.getByRole('button', { name: `Try ${number}` }).click()
  await expect(page.getByRole('status').getByText('The number works')).toBeVisible()

  const digits = newCell().slice(-7)
  const another = `+1347${digits}`
  const field = page.getByLabel('Phone number or Messaging Service')
  await field.fill('call me')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(field).toHaveAccessibleDescription(/Enter a phone number like/)
  await expect(field).toHaveValue('call me')
  await field.fill(`(347) ${digits.slice(0, 3)}-${digits.slice(3)}`)
  await page.getByLabel('Message service').selectOption('Twilio')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('status').getByText('The number is added')).toBeVisible()
  await expect(numbers.getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: `Try ${another}` }).click()
  await expect(page.getByRole('alert')).toContainText(`${another} is not a number of this server’s Twilio account`)

  await page.getByRole('button', { name: `Take out of use: ${another}` }).click()
  await expect(page.getByRole('status').getByText('The number is out of use')).toBeVisible()
  const row = numbers.getByRole('listitem').filter({ hasText: another })
  await expect(row).toContainText('Out of use')
  await page.getByRole('button', { name: `Use again: ${another}` }).click()
  await expect(page.getByRole('status').getByText('The number is in use again')).toBeVisible()
})

test('a Messaging Service is added by its SID, and tried', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/settings/numbers')
  const field = page.getByLabel('Phone number or Messaging Service')
  await page.getByLabel('Message service').selectOption('Twilio')
  await field.fill('MG123')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(field).toHaveAccessibleDescription(/Enter the SID of the Messaging Service/)
  const [works, empty] = [newServiceSid(2), newServiceSid(0)]
  for (const sid of [works, empty]) {
    await field.fill(sid)
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(page.getByRole('status').getByText('The Messaging Service is added')).toBeVisible()
  }
  await page.getByRole('button', { name: `Try ${works}` }).click()
  await expect(page.getByRole('status').getByText('The Messaging Service works')).toBeVisible()
  await page.getByRole('button', { name: `Try ${empty}` }).click()
  await expect(page.getByRole('alert')).toContainText(`${empty} cannot send: there is no number in its sender pool`)
})

test('numbers without a country code are read as those of the country that is chosen', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/settings/numbers')
  await page.getByLabel('Are read as numbers of').selectOption('United Kingdom (+44)')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status').getByText('The country of numbers is saved.')).toBeVisible()
  await expect(page.getByLabel('Are read as numbers of')).toHaveValue('GB')
})

test('a number that was simulated is carried by Twilio, and one that was mistyped is removed', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/settings/numbers')
  const numbers = page.getByRole('list', { name: 'Phone numbers' })
  const number = `+1347${newCell().slice(-7)}`
  await page.getByLabel('Phone number or Messaging Service').fill(number)
  await page.getByLabel('Message service').selectOption('Simulated')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: `Try ${number}` }).click()
  await expect(page.getByRole('status').getByText('The number is simulated')).toBeVisible()

  await page.getByRole('link', { name: `Change or remove ${number}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible()
  await page.getByLabel(/go to the phones of real contacts/).check()
  await page.getByRole('button', { name: 'Change to Twilio' }).click()
  await expect(page.getByRole('status').getByText('The message service of the number is changed')).toBeVisible()
  await page.getByRole('button', { name: `Try ${number}` }).click()
  await expect(page.getByRole('alert')).toContainText(`${number} is not a number of this server’s Twilio account`)

  await page.getByRole('link', { name: `Change or remove ${number}` }).click()
  await expect(page.getByText('Take it out of use first')).toBeVisible()
  await page.getByRole('link', { name: 'Phone numbers', exact: true }).click()
  await page.getByRole('button', { name: `Take out of use: ${number}` }).click()
  await page.getByRole('link', { name: `Change or remove ${number}` }).click()
  await page.getByLabel(/It is gone from the list/).check()
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('status').getByText('The number is removed.')).toBeVisible()
  await expect(numbers.getByRole('listitem')).toHaveCount(1)
})
