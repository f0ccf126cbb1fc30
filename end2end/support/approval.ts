// Whose requests need whose approval.
import { randomUUID } from 'node:crypto'
import { command } from './baton.ts'
import { addPeople, type Organization, type Person } from './organization.ts'

/** What becomes of a texter's requests; those of tests are filled at once unless it is said otherwise. */
export async function setApproval({ organization, email }: Person, level: 'automatic' | 'approval_required' | 'not_allowed') {
  await command(['member', 'level', '--organization', String(organization), '--email', email, '--level', level])
}

/** A supervolunteer, who decides on requests and administers nothing. */
export async function addSupervolunteer(organization: Organization): Promise<Person> {
  const vera = { name: 'Vera Osei', email: `vera@${randomUUID()}.example.org`, role: 'supervolunteer' }
  const [person] = await addPeople(organization.id, [vera])
  if (!person) throw new Error('Vera was not added.')
  return person
}
