// A contact writes, or a text is reported on: the carrier calls the server as the real one does, signed by the carrier's own
// library.
import { randomUUID } from 'node:crypto'
import twilio from 'twilio'
import type { SentText } from './carrier.ts'
import { account } from './carrier-account.ts'
import { mediaAddress } from './carrier-media.ts'

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

export async function contactWrites(from: string, to: string, body: string, media: string[] = []) {
  const sid = `SM${randomUUID().replaceAll('-', '')}`
  const fields: Record<string, string> = { MessageSid: sid, From: from, To: to, Body: body, NumMedia: String(media.length) }
  for (const [index, type] of media.entries()) {
    fields[`MediaContentType${index}`] = type
    fields[`MediaUrl${index}`] = `${process.env.BATON_TEST_CARRIER}${mediaAddress(sid, index)}`
  }
  await call('/webhooks/twilio', fields)
}

export async function carrierReports(text: SentText, status: string, code?: number) {
  const fields = { MessageSid: text.sid, MessageStatus: status, From: text.from, To: text.to }
  await call('/webhooks/twilio/status', code ? { ...fields, ErrorCode: String(code) } : fields)
}
