// Automatic release, for tests that are not about the window where it is switched on.
import { script } from './database.ts'
import type { Campaign } from './replies.ts'

/** What has been idle for so many minutes is released from now on. */
export async function releaseAutomatically(campaign: Campaign, minutes: number) {
  await script('auto-release', { campaign: campaign.id, minutes })
}
