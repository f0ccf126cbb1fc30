// People on a campaign whom nobody has texted yet.
import { script as run } from './database.ts'
import { newCell, type Person } from './organization.ts'
import type { Campaign, Reply } from './replies.ts'

type Unsent = { holder?: Person; name: string; fields?: Record<string, string> }

/** The campaign has this script, and these people on it. They come back in the order in which they were given. */
export async function addFirstTexts(campaign: Campaign, script: string, unsent: Unsent[]): Promise<Reply[]> {
  const contacts = unsent.map(({ holder, name, fields }) => {
    const [first = '', ...last] = name.split(' ')
    return { first, last: last.join(' '), cell: newCell(), holder: holder?.member ?? null, fields: fields ?? {} }
  })
  const ids = await run<number[]>('first-texts', { campaign: campaign.id, script, contacts })
  return contacts.map(({ first, last, cell }, place) => ({ id: ids[place] ?? 0, cell, text: '', name: `${first} ${last}`.trim() }))
}
