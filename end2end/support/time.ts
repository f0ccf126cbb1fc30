// Time that passes on a campaign without anybody having to wait for it.
import { script } from './database.ts'
import type { Campaign } from './replies.ts'

/** So many minutes pass on the campaign: what was said there was said that much earlier. What is due then is the server's to do. */
export async function timePasses(campaign: Campaign, minutes: number) {
  await script('time-passes', { campaign: campaign.id, minutes })
}
