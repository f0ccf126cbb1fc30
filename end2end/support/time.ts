// Time that passes on a campaign without anybody having to wait for it.
import { script } from './database.ts'
import { type Campaign, zoneAt } from './replies.ts'

/** So many minutes pass on the campaign: what was said there was said that much earlier. What is due then is the server's to do. */
export async function timePasses(campaign: Campaign, minutes: number) {
  await script('time-passes', { campaign: campaign.id, minutes })
}

/** It becomes this hour or so where the contacts of the campaign are. Nobody hears of it, as of time that passes. */
export async function hourBecomes(campaign: Campaign, hour: number) {
  await script('zone-passes', { campaign: campaign.id, zone: zoneAt(hour) })
}
