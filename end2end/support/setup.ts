// What admins set up, by the addresses that the forms post to, for tests that are about something else;
// and what no page of theirs makes.
import { setApproval } from './approval.ts'
import { asMember, post, type Member } from './as-member.ts'
import { script } from './database.ts'
import type { Organization, Person } from './organization.ts'
import type { Reply } from './replies.ts'

/** Creates a team, as this admin. Gives its number. */
export async function createTeam(admin: Member, title: string, priority = 100): Promise<number> {
  const answer = await post(admin, '/api/teams/create', { title, priority })
  return Number(/\/teams\/(\d+)/.exec(answer)?.[1])
}

/** Creates a tag, as this admin. */
export async function createTag(admin: Member, title: string, escalation: boolean) {
  await post(admin, '/api/tags/create', { title, ...(escalation ? { escalation } : {}) })
}

/** Somebody joins a team, as this admin says. */
export async function join(admin: Member, team: number, member: Person) {
  await post(admin, '/api/teams/change', { team, member: member.member, add: true })
}

/** Puts a tag on conversations. */
export async function putTag(organization: Organization, tag: string, replies: Reply[]) {
  await script('tag-on', { organization: organization.id, tag, conversations: replies.map((reply) => reply.id) })
}

/** A texter's request waits for approval from now on, as do those that they make later. */
export async function requestWaits({ id }: Organization, texter: Person, wanted: number) {
  await setApproval(texter, 'approval_required')
  // Its form is on no page as long as nothing can be requested.
  const pool = await script<number>('general-pool', { organization: id })
  await asMember(texter, async (member) => {
    await post(member, '/api/requests/create', { pool, wanted })
  })
}
