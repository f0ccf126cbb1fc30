// Tags, and the teams that are trusted with them.
import { script } from './database.ts'
import type { Organization, Person } from './organization.ts'
import type { Campaign } from './replies.ts'

type Team = { title: string; members: Person[]; campaigns?: Campaign[]; tags?: string[]; kind?: 'replies' | 'initials' }

/** Tags of the organization; `escalation` are those that only a team that holds them may be given. */
export async function addTags(organization: Organization, ordinary: string[], escalation: string[]) {
  const tag = (escalates: boolean) => (title: string) => ({ title, escalation: escalates })
  const tags = [...ordinary.map(tag(false)), ...escalation.map(tag(true))]
  await script('tags', { organization: organization.id, tags })
}

/** A team, with a pool of its own that draws from these campaigns. */
export async function addTeam(organization: Organization, { title, members, campaigns, tags, kind }: Team): Promise<number> {
  const ids = { members: members.map(({ member }) => member), campaigns: (campaigns ?? []).map(({ id }) => id) }
  return script('team', { organization: organization.id, title, ...ids, tags: tags ?? [], kind })
}
