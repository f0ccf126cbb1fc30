// Texts in both directions through a carrier that has a bad day, between real programs: none is lost, none goes or comes twice,
// and of each it is said in the end what has become of it. 300 each way in `make test`, 10,000 in `make nightly`.
import { expect, test } from '@playwright/test'
import { baton, command, startBaton } from '../../support/baton.ts'
import { account } from '../../support/carrier-account.ts'
import { Calls } from '../../support/faulty-carrier/calls.ts'
import { type FaultyCarrier, startFaultyCarrier } from '../../support/faulty-carrier/carrier.ts'
import { answerBody } from '../../support/faulty-carrier/contacts.ts'
import { inboundFault, outboundFault, outcome } from '../../support/faulty-carrier/faults.ts'
import { records } from '../../support/faulty-carrier/records.ts'
import { Texter } from '../../support/faulty-carrier/texters.ts'
import { freeAddress } from '../../support/free-address.ts'
import { addPeople, password } from '../../support/organization.ts'

const TEXTS = Number(process.env.BATON_TEST_TEXTS ?? 300)
const TEXTERS = 6
/** How long it may take at the most, in milliseconds: answers that are waited for, and so much for each text. */
const AT_MOST = 300_000 + TEXTS * 120
/** What the carrier knows the server as. */
const PUBLIC_URL = 'https://text.example.org'

const NUMBER = '+16462000001'
/** The organization's, and in its Messaging Service too. */
const KNOWN = '+16462000002'
/** In the Messaging Service only. */
const CHOSEN = '+16462000003'
const SERVICE = 'MG0123456789abcdef0123456789abcdef'

const cellOf = (contact: number) => `+1646${3_000_000 + contact}`
const contactOf = (cell: string) => Number(cell.slice(5)) - 3_000_000
const chosenFor = (contact: number) => (contact % 2 ? KNOWN : CHOSEN)
const textOf = (contact: number) => `Hi Voter${contact}, it’s nearly time – can we count on you?`

test('nothing is lost and nothing goes twice through a carrier that has a bad day', async () => {
  // Nothing of it depends on how fast it is: a text whose answer was lost is looked for, and reports of it wait meanwhile.
  test.setTimeout(3 * AT_MOST)
  const began = Date.now()
  const carrier = await startFaultyCarrier(contactOf, chosenFor)
  // What it says is its address is the one that the carrier knows.
  const address = await freeAddress()
  const url = `http://${address}`
  const server = await startBaton({
    BATON_ADDR: address,
    TWILIO_ACCOUNT_SID: account.sid,
    TWILIO_AUTH_TOKEN: account.token,
    TWILIO_API_URL: carrier.url,
    BATON_PUBLIC_URL: PUBLIC_URL,
    // That texts fail is what this is about.
    RUST_LOG: 'error',
  })
  try {
    const calls = new Calls(url, PUBLIC_URL)
    carrier.connect(calls)
    // This spec has a worker of its own.
    process.env.BATON_TEST_DATABASE = server.database
    const { organization, campaign, texters, admin } = await setUp(url)

    const sent = await sendAll(campaign, texters, admin)
    expect([...sent].filter(([cell, body]) => body !== textOf(contactOf(cell)))).toEqual([])
    expect(sent.size).toBe(TEXTS)
    await expect.poll(() => onTheirWay(organization), { timeout: AT_MOST, intervals: [1_000] }).toBe(0)
    await carrier.settled()
    expect(calls.complaints).toEqual([])

    // The carrier has each text once, and those that it refused not at all.
    expect(wrongAtTheCarrier(carrier)).toEqual([])
    // Reports that came before the id was known are applied in a while.
    await expect.poll(async () => wrongTexts(await messagesOf(campaign, admin)), { timeout: AT_MOST, intervals: [1_000, 5_000] }).toEqual([])
    const optedOut = records(await admin.get(`/campaigns/${campaign}/contacts.csv`)).filter((row) => row['opted out'] === 'yes')
    const refused = Array.from({ length: TEXTS }, (_, contact) => contact).filter((contact) => outcome(contact).code === 21610)
    expect(optedOut.map((row) => contactOf(row.cell ?? '')).toSorted((one, other) => one - other)).toEqual(refused)

    const faults = Array.from({ length: TEXTS }, (_, contact) => [outboundFault(contact), inboundFault(contact)]).flat().filter(Boolean)
    const seconds = Math.round((Date.now() - began) / 1000)
    console.log(`${TEXTS} texts out and ${TEXTS} in, ${faults.length} faults, ${calls.repeated} calls repeated, ${seconds} s`)
  } finally {
    await server.stop()
    await carrier.stop()
  }
})

/** An organization with two numbers and a Messaging Service, a campaign with contacts, and texters who are signed in. */
async function setUp(url: string) {
  const owner = ['--owner-name', 'Olive Owner', '--owner-email', 'olive@example.org', '--password-stdin']
  const sender = ['--sending-number', NUMBER, '--service', 'twilio']
  const organization = await baton(['organization', 'create', '--name', 'Vote Local', ...owner, ...sender], password)
  const of = ['--organization', String(organization)]
  for (const another of [KNOWN, SERVICE]) await command(['organization', 'add-number', ...of, '--number', another, '--service', 'twilio'])
  const script = 'Hi {firstName}, it’s nearly time – can we count on you?'
  const hours = ['--texting-from', '00:00', '--texting-until', '24:00', '--time-zone', 'America/New_York']
  const campaign = await baton(['campaign', 'create', ...of, '--title', 'Early vote', '--script', script, ...hours, '--auto-assign'])
  const rows = Array.from({ length: TEXTS }, (_, contact) => `Voter${contact},,${cellOf(contact)}`)
  await command(['import', '--campaign', String(campaign), ...of, '-'], ['firstName,lastName,cell', ...rows].join('\n'))
  await command(['campaign', 'start', ...of, '--campaign', String(campaign)])
  const names = Array.from({ length: TEXTERS }, (_, at) => ({ name: `Texter ${at}`, email: `texter${at}@example.org`, role: 'texter' }))
  const people = await addPeople(organization, [...names, { name: 'Ada Admin', email: 'ada@example.org', role: 'admin' }])
  const members = names.flatMap(({ email }) => ['--member', email])
  await command(['team', 'create', ...of, '--title', 'First texts', '--pool', 'initials', '--campaign', String(campaign), ...members])
  const signedIn = await Promise.all(
    people.map(async (person) => {
      const texter = new Texter(url, person)
      await texter.signIn()
      return texter
    }),
  )
  const admin = signedIn.pop()
  if (!admin) throw new Error('There is no admin.')
  return { organization, campaign, texters: signedIn, admin }
}

/** Each texter requests their part and sends it. Says what was sent to which cell. */
async function sendAll(campaign: number, texters: Texter[], admin: Texter): Promise<Map<string, string>> {
  await Promise.all(texters.map((texter) => texter.request('First texts', Math.ceil(TEXTS / texters.length))))
  const contacts = records(await admin.get(`/campaigns/${campaign}/contacts.csv`))
  const sent = new Map<string, string>()
  await Promise.all(
    texters.map(async (texter) => {
      for (const contact of contacts.filter((row) => row.texter === texter.person.name))
        sent.set(contact.cell ?? '', await texter.sendFirst(contact.contact ?? ''))
    }),
  )
  return sent
}

/** How many texts wait in the outbox, or are being sent. */
async function onTheirWay(organization: number): Promise<number> {
  const said = await command(['organization', 'numbers', '--organization', String(organization)])
  return [...said.matchAll(/(\d+) on their way/g)].reduce((sum, [, texts]) => sum + Number(texts), 0)
}

/** What the carrier has not exactly once: the first twenty of them. */
function wrongAtTheCarrier(carrier: FaultyCarrier): string[] {
  const contacts = Array.from({ length: TEXTS }, (_, contact) => contact)
  const wrong = contacts.flatMap((contact) => {
    const taken = (carrier.taken.get(cellOf(contact)) ?? []).map((text) => text.body)
    const expected = outcome(contact).code === 21610 ? [] : [textOf(contact)]
    return taken.join() === expected.join() ? [] : [`${contact}: ${outboundFault(contact)}: ${JSON.stringify(taken)}`]
  })
  return wrong.slice(0, 20)
}

type Message = Record<string, string>

async function messagesOf(campaign: number, admin: Texter): Promise<Message[]> {
  return records(await admin.get(`/campaigns/${campaign}/messages.csv`))
}

/** What is not as it should be: the first twenty of them. */
function wrongTexts(messages: Message[]): string[] {
  const wrong: string[] = []
  const threads = new Map<string, Message[]>()
  for (const message of messages) threads.set(message.cell ?? '', [...(threads.get(message.cell ?? '') ?? []), message])
  for (let contact = 0; contact < TEXTS; contact++) {
    const thread = threads.get(cellOf(contact)) ?? []
    const said = thread.map(({ direction, text }) => `${direction}: ${text}`)
    const expected = [`outbound: ${textOf(contact)}`, `inbound: ${answerBody(contact)}`]
    const { state, code } = outcome(contact)
    const out = thread.find(({ direction }) => direction === 'outbound')
    const senders = [NUMBER, KNOWN, ...(state === 'delivered' && chosenFor(contact) === KNOWN ? [] : [SERVICE])]
    const isRight =
      said.join() === expected.join() && out?.state === state && senders.includes(out['own number'] ?? '') && Boolean(out.reason) === Boolean(code)
    if (!isRight) wrong.push(`${contact}: ${outboundFault(contact)}, ${inboundFault(contact)}: ${JSON.stringify(thread)}`)
  }
  if (messages.length > 2 * TEXTS) wrong.push(`${messages.length} messages`)
  return wrong.slice(0, 20)
}
