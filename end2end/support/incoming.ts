// A contact writes: the carrier calls the server as the real one does, signed by the carrier's own
// library.
import { randomUUID } from 'node:crypto'
import twilio from 'twilio'
import { account } from './carrier-account.ts'

export async function contactWrites(from: string, to: string, body: string) {
  const url = `${process.env.BATON_TEST_URL}/webhooks/twilio`
  const call = {
    AccountSid: account.sid,
    MessageSid: `SM${randomUUID().replaceAll('-', '')}`,
    From: from,
    To: to,
    Body: body,
  }
  const signature = twilio.getExpectedTwilioSignature(account.token, url, call)
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'x-twilio-signature': signature },
    body: new URLSearchParams(call),
  })
  if (!response.ok) throw new Error(`The webhook answered ${response.status}: ${await response.text()}`)
}
