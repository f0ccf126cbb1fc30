// An organization for each test, so that no test sees what another did.
import { randomUUID } from 'node:crypto'
import { baton, command } from './baton.ts'

export const password = 'correct horse battery'

// The hash of that password, as Baton makes it: a new one for each person would take a core longer than the page does.
const passwordHash = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdCBvZiBicm93c2Vycw$74i6umo4KLB5g/u7HZhC68rV7eVTF9aNLyxQ7dQxuIU'

/** Somebody who can sign in. */
export type Person = { name: string; email: string; member: number; organization: number }

export type Organization = {
  id: number
  /** The number it texts from. */
  number: string
  admin: Person
  /** Two texters. */
  ann: Person
  ben: Person
}

// Each worker has a hundred thousand cells of its own, of eight million: with random ones a run in fifty had one twice.
let next = 2_000_000 + (Number(process.env.TEST_WORKER_INDEX ?? 79) % 80) * 100_000

/** A cell that no other test uses. */
export const newCell = () => `+1646${next++}`

/** Message service: the carrier's double, or the service whose contacts answer by themselves. */
export type Service = 'twilio' | 'simulated'

export async function createOrganization(service: Service = 'twilio'): Promise<Organization> {
  const house = randomUUID()
  const number = newCell()
  const id = await baton(
    [
      ...['organization', 'create', '--name', 'Vote Local', '--password-stdin'],
      ...['--owner-name', 'Olive Owner', '--owner-email', `olive@${house}.example.org`],
      ...['--sending-number', number, '--service', service],
    ],
    password,
  )
  const person = (name: string, role: string) => ({ name, role, email: `${name.split(' ')[0]?.toLowerCase()}@${house}.example.org` })
  const people = [person('Ada Admin', 'admin'), person('Ann Texter', 'texter'), person('Ben Texter', 'texter')] as const
  const [admin, ann, ben] = await addPeople(id, people)
  if (!admin || !ann || !ben) throw new Error('Not everybody was added.')
  return { id, number, admin, ann, ben }
}

/** Members with the password of everybody, whose requests are filled at once, in the order in which they were given. */
export async function addPeople(organization: number, people: readonly { name: string; email: string; role: string }[]): Promise<Person[]> {
  const rows = people.map(({ name, email, role }) => `${name},${email},${role},automatic,"${passwordHash}"\n`)
  const file = `name,email,role,level,passwordHash\n${rows.join('')}`
  const said = await command(['member', 'import', '--organization', String(organization), '-'], file)
  const numbers = [...said.matchAll(/\(number (\d+)\)/g)].map(([, number]) => Number(number))
  if (numbers.length !== people.length) throw new Error(`Not everybody was added: ${said}`)
  return people.map(({ name, email }, place) => ({ name, email, member: numbers[place] ?? 0, organization }))
}

/** Requests are disabled from now on; texters read why. */
export async function disableRequests(organization: Organization, why: string) {
  await command(['organization', 'set-requests', '--organization', String(organization.id), '--requests', 'false', '--message', why])
}
