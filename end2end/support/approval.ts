// Whose requests need whose approval.
import { randomUUID } from 'node:crypto'
import { script } from './database.ts'
import type { Organization, Person } from './organization.ts'

/** What becomes of a texter's requests; those of tests are filled at once unless it is said otherwise. */
export async function setApproval({ member }: Person, level: 'automatic' | 'approval_required' | 'not_allowed') {
  await script('approval', { member, level })
}

/** A supervolunteer, who decides on requests and administers nothing. */
export async function addSupervolunteer(organization: Organization): Promise<Person> {
  const vera = { name: 'Vera Osei', email: `vera@${randomUUID()}.example.org`, role: 'supervolunteer' }
  const ids = await script<Record<string, number>>('members', { organization: organization.id, members: [vera] })
  return { name: vera.name, email: vera.email, member: ids[vera.email] ?? 0 }
}
