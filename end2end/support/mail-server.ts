// A mail server on this machine that takes every message but those to mailboxes that are not there, and tells the tests
// what it took.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A message that arrived, as a mail program shows it. */
export type Mail = { from: string; to: string; subject: string; text: string }

/** What addresses of mailboxes begin with that are not there. */
export const NO_MAILBOX = 'no-mailbox'

export async function startMailServer() {
  const taken: Mail[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const refused = Object.assign(new Error('No such mailbox'), { responseCode: 550 })
      done(address.startsWith(NO_MAILBOX) ? refused : null)
    },
    onData(stream, session, done) {
      void simpleParser(stream).then(({ from, subject, text }) => {
        for (const { address } of session.envelope.rcptTo) {
          taken.push({ from: from?.text ?? '', to: address, subject: subject ?? '', text: text ?? '' })
        }
        done()
      }, done)
    },
  })
  const listening = smtp.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const inbox = createServer((request, response) => {
    const to = new URL(request.url ?? '/', 'http://inbox').searchParams.get('to')
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(taken.filter((mail) => mail.to === to)))
  })
  inbox.listen(0, '127.0.0.1')
  await once(inbox, 'listening')
  const port = (server: { address(): AddressInfo | string | null }) => (server.address() as AddressInfo).port
  const stop = async () => {
    inbox.closeAllConnections()
    inbox.close()
    await new Promise<void>((closed) => smtp.close(closed))
  }
  return { url: `smtp://127.0.0.1:${port(listening)}`, inbox: `http://127.0.0.1:${port(inbox)}`, stop }
}

/** The messages that reached an address. */
export async function mailTo(address: string): Promise<Mail[]> {
  const url = new URL(process.env.BATON_TEST_INBOX ?? '')
  url.searchParams.set('to', address)
  return (await (await fetch(url)).json()) as Mail[]
}
