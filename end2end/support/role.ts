// Roles, given at the command line.
import { command } from './baton.ts'
import type { Organization, Person } from './organization.ts'

/** They have another role from now on. */
export async function setRole({ id }: Organization, { email }: Person, role: 'texter' | 'supervolunteer' | 'admin') {
  await command(['member', 'role', '--organization', String(id), '--email', email, '--role', role])
}
