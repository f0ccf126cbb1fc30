// A contact writes: the carrier calls the server as the real one does, signed by the carrier's own
// library.
import { randomUUID } from 'node:crypto'
import twilio from 'twilio'
import { account } from './carrier-account.ts'
import { mediaAddress } from './carrier-media.ts'

export async function contactWrites(from: string, to: string, body: string, media: string[] = []) {
  const url = `${process.env.BATON_TEST_URL}/webhooks/twilio`
  const sid = `SM${randomUUID().replaceAll('-', '')}`
  const call: Record<string, string> = {
    AccountSid: account.sid,
    MessageSid: sid,
    From: from,
    To: to,
    Body: body,
    NumMedia: String(media.length),
  }
  for (const [index, type] of media.entries()) {
    call[`MediaContentType${index}`] = type
    call[`MediaUrl${index}`] = `${process.env.BATON_TEST_CARRIER}${mediaAddress(sid, index)}`
  }
  const signature = twilio.getExpectedTwilioSignature(account.token, url, call)
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'x-twilio-signature': signature },
    body: new URLSearchParams(call),
  })
  if (!response.ok) throw new Error(`The webhook answered ${response.status}: ${await response.text()}`)
}
