// Roles, as long as no page gives them.
import { script } from './database.ts'
import type { Person } from './organization.ts'

/** They have another role from now on. */
export async function setRole({ member }: Person, role: 'texter' | 'supervolunteer' | 'admin') {
  await script('role', { member, role })
}
