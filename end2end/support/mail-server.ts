// A mail server on this machine that takes every message but those to mailboxes that are not there, and tells the tests
// what it took. Nobody sends by it who has not signed in, and nobody signs in before what they say is encrypted.
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { makeCertificate } from './certificate.ts'

/** A message that arrived, as a mail program shows it. */
export type Mail = { from: string; to: string; subject: string; text: string }

/** What addresses of mailboxes begin with that are not there. */
export const NO_MAILBOX = 'no-mailbox'

/** Who may send. In an URL the @ and the / are written as %40 and %2F. */
const SENDER = { username: 'baton', password: 'p@ss/word' }

export async function startMailServer() {
  const taken: Mail[] = []
  const { key, cert, file, folder } = await makeCertificate()
  /** Encrypts from the first byte, or by STARTTLS. */
  const listen = async (secure: boolean) => {
    const smtp = new SMTPServer({
      secure,
      key,
      cert,
      onAuth({ username, password }, _session, done) {
        // Without a user it answers 535.
        done(null, username === SENDER.username && password === SENDER.password ? { user: username } : {})
      },
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
    // A client that ends in the middle of a handshake.
    smtp.on('error', () => {})
    const listening = smtp.listen(0, '127.0.0.1')
    await once(listening, 'listening')
    const scheme = secure ? 'smtps' : 'smtp'
    // To this machine a program would speak in the open, if it were not told.
    const query = secure ? '' : '?tls=required'
    const sender = `${SENDER.username}:${encodeURIComponent(SENDER.password)}`
    return { smtp, url: `${scheme}://${sender}@127.0.0.1:${port(listening)}${query}` }
  }
  const [implicit, startTls] = [await listen(true), await listen(false)]
  const inbox = createServer((request, response) => {
    const to = new URL(request.url ?? '/', 'http://inbox').searchParams.get('to')
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(taken.filter((mail) => mail.to === to)))
  })
  inbox.listen(0, '127.0.0.1')
  await once(inbox, 'listening')
  const stop = async () => {
    inbox.closeAllConnections()
    inbox.close()
    for (const { smtp } of [implicit, startTls]) await new Promise<void>((closed) => smtp.close(closed))
    await rm(folder, { recursive: true })
  }
  const settings = (url: string) => ({ BATON_SMTP_URL: url, BATON_MAIL_FROM: 'Baton <baton@example.org>', SSL_CERT_FILE: file })
  return { implicit: settings(implicit.url), startTls: settings(startTls.url), inbox: `http://127.0.0.1:${port(inbox)}`, stop }
}

const port = (server: { address(): AddressInfo | string | null }) => (server.address() as AddressInfo).port

/** The settings of a program that sends by it, and encrypts by STARTTLS; that of all tests does from the first byte. */
export const startTlsSettings = (): Record<string, string> => JSON.parse(process.env.BATON_TEST_START_TLS ?? '{}')

/** The messages that reached an address. */
export async function mailTo(address: string): Promise<Mail[]> {
  const url = new URL(process.env.BATON_TEST_INBOX ?? '')
  url.searchParams.set('to', address)
  return (await (await fetch(url)).json()) as Mail[]
}
