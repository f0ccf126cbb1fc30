// A release that another server is at: how it goes on is the test's to say.
import { script } from './database.ts'
import type { Organization } from './organization.ts'
import type { Campaign } from './replies.ts'

/** It runs, and has done so many of what it found; as the undo of a release, if one is given. Gives its number. */
export function releaseStarts(campaign: Campaign, done: number, expected: number, undoes?: number): Promise<number> {
  const { id: organization, admin } = campaign.organization
  return script('release-starts', { organization, actor: admin.member, campaign: campaign.id, expected, done, undoes })
}

/** A bulk action that was carried out goes on instead, and has changed so many of what it found. Gives its release's number. */
export function bulkActionRuns({ id: organization }: Organization, action: number, done: number, expected: number): Promise<number> {
  return script('bulk-action-runs', { organization, action, done, expected })
}

/** It ends. */
export function releaseEnds(release: number, state: 'finished' | 'cancelled' | 'failed', conversations: number) {
  return script('release-ends', { release, state, conversations })
}
