// An organization for each test, so that no test sees what another did.
import { randomUUID } from 'node:crypto'
import { baton } from './baton.ts'
import { script } from './database.ts'

export const password = 'correct horse battery'

/** Somebody who can sign in. */
export type Person = { name: string; email: string; member: number }

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

/** Who carries its texts: the carrier's double, or the service whose contacts answer by themselves. */
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
  const members = [person('Ada Admin', 'admin'), person('Ann Texter', 'texter'), person('Ben Texter', 'texter')] as const
  const ids = await script<Record<string, number>>('members', { organization: id, members })
  const known = ({ name, email }: (typeof members)[number]): Person => ({ name, email, member: ids[email] ?? 0 })
  return { id, number, admin: known(members[0]), ann: known(members[1]), ben: known(members[2]) }
}

/** Requests are disabled from now on; texters read why. */
export async function disableRequests(organization: Organization, why: string) {
  await script('organization-change', { organization: organization.id, requestsDisabled: why })
}
