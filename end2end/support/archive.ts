// Archiving, as long as no page does it.
import { script } from './database.ts'
import type { Campaign } from './replies.ts'

/** The campaign is archived from now on. */
export async function archive(campaign: Campaign) {
  await script('archive', { campaign: campaign.id })
}
