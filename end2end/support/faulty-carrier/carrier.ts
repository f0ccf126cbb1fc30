// A carrier that behaves like the real one on a bad day: it answers late or not at all, with errors after it has taken a
// text and before, reports twice, too early and in the wrong order; and its contacts answer every text.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as read } from 'node:stream/consumers'
import { account } from '../carrier-account.ts'
import type { Calls } from './calls.ts'
import { answerOf, deliver } from './contacts.ts'
import { inboundFault, outboundFault } from './faults.ts'
import { report } from './reports.ts'
import type { Taken } from './text.ts'

const messages = `/2010-04-01/Accounts/${account.sid}/Messages.json`
const LATE = 3_000

/** A body as a Messaging Service with Smart Encoding sends it and lists it. */
const smartlyEncoded = (body: string) => body.replaceAll('’', "'").replaceAll('–', '-')

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

export type FaultyCarrier = Awaited<ReturnType<typeof startFaultyCarrier>>

/**
 * Starts it. `numberOf` gives the number of a contact by their cell, `chosen` the number by which a Messaging Service texts
 * them.
 */
export async function startFaultyCarrier(numberOf: (cell: string) => number, chosen: (contact: number) => string) {
  const taken = new Map<string, Taken[]>()
  const attempts = new Map<string, number>()
  const lists = new Map<string, number>()
  const afterwards: Promise<void>[] = []
  let calls: Calls

  /** Counts what happens, from 1. */
  const count = (counts: Map<string, number>, cell: string) => {
    const times = (counts.get(cell) ?? 0) + 1
    counts.set(cell, times)
    return times
  }

  const take = (form: URLSearchParams, contact: number): Taken => {
    const field = (name: string) => form.get(name) ?? ''
    const service = field('MessagingServiceSid')
    const text = {
      sid: `SM${randomUUID().replaceAll('-', '')}`,
      from: service ? chosen(contact) : field('From'),
      service,
      to: field('To'),
      body: field('Body'),
      callback: field('StatusCallback'),
      at: new Date(),
    }
    taken.set(text.to, [...(taken.get(text.to) ?? []), text])
    return text
  }

  /** What comes of a text that was taken: reports, and the answer of the contact. */
  const follow = (contact: number, text: Taken) => {
    const answer = () => deliver(calls, contact, answerOf(contact, text))
    const reports = () => report(calls, contact, text)
    if (inboundFault(contact) === 'delivers it before any report') afterwards.push(answer().then(reports))
    else afterwards.push(reports(), answer())
  }

  const send = async (form: URLSearchParams, response: ServerResponse) => {
    const to = form.get('To') ?? ''
    const contact = numberOf(to)
    const attempt = count(attempts, to)
    const fault = outboundFault(contact)
    const say = (status: number, body: unknown, headers = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    const accept = (text: Taken) =>
      say(201, { sid: text.sid, status: text.service ? 'accepted' : 'queued', from: text.service ? null : text.from })

    if (fault === 'refuses it: the contact has opted out') {
      const [from, service] = [form.get('From') ?? chosen(contact), form.get('MessagingServiceSid') ?? '']
      if (attempt === 1) afterwards.push(deliver(calls, contact, answerOf(contact, { from, service, to })))
      return say(400, { code: 21610, message: 'Attempt to send to unsubscribed recipient', status: 400 })
    }
    if (fault === 'too many requests, twice' && attempt <= 2)
      return say(429, { code: 20429, message: 'Too Many Requests', status: 429 }, { 'retry-after': '1' })
    if (attempt === 1) {
      if (fault === 'never answers') return
      if (fault === 'answers 500') return say(500, { code: 20500, message: 'Internal server error', status: 500 })
      if (fault === 'hangs up') return response.destroy()
    }
    const text = take(form, contact)
    if (fault === 'reports before it answers') {
      await report(calls, contact, text)
      afterwards.push(deliver(calls, contact, answerOf(contact, text)))
      return accept(text)
    }
    follow(contact, text)
    // Whoever sends it once more is answered, so that it is seen to be there twice.
    if (attempt > 1) return accept(text)
    if (fault === 'answers late') await sleep(LATE)
    if (fault === 'takes it and never answers') return
    if (fault === 'takes it and answers 503') return say(503, { message: 'Service unavailable' })
    if (fault === 'takes it, answers 503, and its list fails once') return say(503, { message: 'Service unavailable' })
    if (fault === 'takes it and hangs up') return response.destroy()
    if (fault === 'takes it and answers what nobody can read') return response.writeHead(201).end('<html>')
    return accept(text)
  }

  const list = (query: URLSearchParams, response: ServerResponse) => {
    const to = query.get('To') ?? ''
    const from = query.get('From')
    const fails = outboundFault(numberOf(to)) === 'takes it, answers 503, and its list fails once'
    if (count(lists, to) === 1 && fails) return response.writeHead(503).end()
    const found = (taken.get(to) ?? []).filter((text) => from === null || text.from === from)
    const listed = found.map(({ sid, body, from, to, service, at }) => ({
      ...{ sid, body: service ? smartlyEncoded(body) : body, from, to },
      ...{ messaging_service_sid: service || null, date_created: at.toUTCString() },
    }))
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ messages: listed }))
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://carrier')
    if (pathname !== messages) return response.writeHead(404).end()
    return request.method === 'POST' ? send(new URLSearchParams(await read(request)), response) : list(searchParams, response)
  }

  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    /** Every text that was taken, by cell. */
    taken,
    /** Begins to call the server. */
    connect: (to: Calls) => void (calls = to),
    /** Waits until all that was begun is done. */
    async settled() {
      for (let done = 0; done < afterwards.length; ) {
        done = afterwards.length
        await Promise.all(afterwards)
      }
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
