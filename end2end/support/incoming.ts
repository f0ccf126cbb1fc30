// A contact writes, or a text is reported on: the carrier calls the server as the real one does, signed by the carrier's own
// library.
import { randomUUID } from 'node:crypto'
import twilio from 'twilio'
import type { SentText } from './carrier.ts'
import { account } from './carrier-account.ts'

async function call(path: string, fields: Record<string, string>) {
  const url = `${process.env.BATON_TEST_URL}${path}`
  const parameters = { AccountSid: account.sid, ...fields }
  const signature = twilio.getExpectedTwilioSignature(account.token, url, parameters)
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'x-twilio-signature': signature },
    body: new URLSearchParams(parameters),
  })
  if (!response.ok) throw new Error(`The webhook answered ${response.status}: ${await response.text()}`)
}

export async function contactWrites(from: string, to: string, body: string) {
  await call('/webhooks/twilio', {
    MessageSid: `SM${randomUUID().replaceAll('-', '')}`,
    From: from,
    To: to,
    Body: body,
  })
}

export async function carrierReports(text: SentText, status: string, code?: number) {
  const fields = { MessageSid: text.sid, MessageStatus: status, From: text.from, To: text.to }
  await call('/webhooks/twilio/status', code ? { ...fields, ErrorCode: String(code) } : fields)
}
