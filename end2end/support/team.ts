// Tags, and the teams that are trusted with them.
import { asMember } from './as-member.ts'
import { baton } from './baton.ts'
import type { Organization, Person } from './organization.ts'
import type { Campaign } from './replies.ts'
import { createTag } from './setup.ts'

type Team = { title: string; members: Person[]; campaigns?: Campaign[]; tags?: string[]; kind?: 'replies' | 'initials' }

/** Tags of the organization; `escalation` are those that only a team that holds them may be given. */
export async function addTags(organization: Organization, ordinary: string[], escalation: string[]) {
  await asMember(organization.admin, async (admin) => {
    for (const title of [...ordinary, ...escalation]) await createTag(admin, title, escalation.includes(title))
  })
}

/** A team, with a pool of its own that draws from these campaigns. */
export async function addTeam(organization: Organization, { title, members, campaigns, tags, kind }: Team): Promise<number> {
  return baton([
    ...['team', 'create', '--organization', String(organization.id), '--title', title, '--pool', kind ?? 'replies'],
    ...members.flatMap(({ email }) => ['--member', email]),
    ...(campaigns ?? []).flatMap(({ id }) => ['--campaign', String(id)]),
    ...(tags ?? []).flatMap((tag) => ['--tag', tag]),
  ])
}
