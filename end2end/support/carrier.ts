// A stand-in for the carrier's REST API: takes what the server sends, and tells the tests what it
// took. Simulated contacts would answer by themselves, at moments that no test could foresee.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { account } from './carrier-account.ts'
import { answerMedia } from './carrier-media.ts'
import { answerServices } from './carrier-services.ts'

/** A text that left the house. */
export type SentText = { sid: string; from: string; to: string; body: string }

const root = `/2010-04-01/Accounts/${account.sid}`
const messages = `${root}/Messages.json`

/** The account's numbers like this one: those of the tests' organizations. Their replies come to the server. */
const owned = (number: string) =>
  number.startsWith('+1646')
    ? [
        {
          phone_number: number,
          capabilities: { voice: true, sms: true },
          sms_url: `${process.env.BATON_TEST_URL}/webhooks/twilio`,
          sms_method: 'POST',
          sms_application_sid: '',
        },
      ]
    : []

export async function startCarrier() {
  const taken: SentText[] = []

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://carrier')
    const tell = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (pathname === `${root}.json`) return tell(200, { sid: account.sid, status: 'active' })
    if (pathname === `${root}/IncomingPhoneNumbers.json`)
      return tell(200, { incoming_phone_numbers: owned(searchParams.get('PhoneNumber') ?? '') })
    if (answerMedia(pathname, response) || answerServices(pathname, response)) return
    if (pathname !== messages) return tell(404, { message: 'There is no such resource.' })
    if (request.method === 'POST') {
      const form = new URLSearchParams(await text(request))
      const field = (name: string) => form.get(name) ?? ''
      const sid = `SM${randomUUID().replaceAll('-', '')}`
      taken.push({ sid, from: field('From'), to: field('To'), body: field('Body') })
      return tell(201, { sid, status: 'queued' })
    }
    const to = searchParams.get('To')
    return tell(200, { messages: taken.filter((sent) => sent.to === to) })
  }

  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { url: `http://127.0.0.1:${port}`, stop }
}

/** The texts that reached a phone. */
export async function received(cell: string): Promise<SentText[]> {
  const url = new URL(messages, process.env.BATON_TEST_CARRIER)
  url.searchParams.set('To', cell)
  const page = (await (await fetch(url)).json()) as { messages: SentText[] }
  return page.messages
}
