// Campaigns, and people on them who wait for an answer.
import { baton } from './baton.ts'
import { script } from './database.ts'
import { newCell, type Organization, type Person } from './organization.ts'

export type Campaign = { id: number; title: string; organization: Organization }

/** A contact whose text waits for an answer. */
export type Reply = { id: number; cell: string; name: string; text: string }

type Waiting = {
  /** How long, in minutes. */
  minutes: number
  /** Whoever has it; nobody means that it is in the pool. */
  holder?: Person
  name?: string
  text?: string
  fields?: Record<string, string>
}

/** A running campaign, auto-assigned unless it is said otherwise, in whose zone it is noon or so. */
export async function createCampaign(organization: Organization, title: string, autoAssign = true): Promise<Campaign> {
  const campaign = await create(organization, title, autoAssign ? ['--auto-assign'] : [])
  // Its contacts come later, test by test.
  await script('start', { campaign: campaign.id })
  return campaign
}

/** A campaign that has all before it: no script, no contacts, no switch on. It is noon there too. */
export async function createDraft(organization: Organization, title: string): Promise<Campaign> {
  return create(organization, title, [])
}

/** A running campaign in whose zone it is midnight or so: outside its texting hours, which begin at nine. */
export async function createClosedCampaign(organization: Organization, title: string): Promise<Campaign> {
  const campaign = await create(organization, title, [], 0)
  await script('start', { campaign: campaign.id })
  return campaign
}

async function create(organization: Organization, title: string, options: string[], hour = 12): Promise<Campaign> {
  const command = ['campaign', 'create', '--organization', String(organization.id), '--title', title]
  return { id: await baton([...command, '--time-zone', zoneAt(hour), ...options]), title, organization }
}

/** Texting hours count, and the tests run at any hour. In `Etc/GMT+5` it is five hours earlier; there are 12 to the west. */
export function zoneAt(hour: number): string {
  const earlier = (new Date().getUTCHours() - hour + 12) % 24 - 12
  return earlier < 0 ? `Etc/GMT${earlier}` : `Etc/GMT+${earlier}`
}

/** People who wrote back and wait. They come back in the order in which they were given. */
export async function addReplies(campaign: Campaign, waiting: Waiting[]): Promise<Reply[]> {
  const replies = waiting.map(({ minutes, holder, name, text, fields }, place) => {
    const [first = '', ...last] = (name ?? `Contact ${place + 1}`).split(' ')
    const known = { first, last: last.join(' '), cell: newCell(), text: text ?? `Where do I vote? (${minutes})` }
    return { ...known, minutes, holder: holder?.member ?? null, fields: fields ?? {} }
  })
  const number = campaign.organization.number
  const ids = await script<number[]>('replies', { campaign: campaign.id, number, replies })
  return replies.map(({ first, last, cell, text }, place) => ({
    id: ids[place] ?? 0,
    cell,
    text,
    name: `${first} ${last}`.trim(),
  }))
}

/** Who holds each of them: a member's number, or null for the pool. */
export async function holders(replies: Reply[]): Promise<(number | null)[]> {
  return script('holders', { conversations: replies.map((reply) => reply.id) })
}
