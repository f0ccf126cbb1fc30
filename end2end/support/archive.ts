// Archiving, by the command.
import { baton } from './baton.ts'
import type { Campaign } from './replies.ts'

/** The campaign is archived from now on. */
export async function archive(campaign: Campaign) {
  await baton(['campaign', 'archive', '--organization', String(campaign.organization.id), '--campaign', String(campaign.id)])
}
