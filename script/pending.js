// Texts and drafts on their way to the server, by their conversations.

import { LIMIT_MS } from './load.js'
import { pause } from './pause.js'
import { running } from './program.js'

// How often it is looked whether they have arrived.
const LOOK_MS = 20

// The ids of the conversations; of those in which a text is being sent.
export const pending = () => running?.pending().split(',') ?? []
export const sending = () => running?.sending().split(',') ?? []

// Whether the page at an address is that of one of these conversations.
export function isOf(address, conversations) {
  const id = /^\/texts\/(\d+)$/.exec(new URL(address, location.href).pathname)?.[1]
  return id !== undefined && conversations.includes(id)
}

// Waits until nothing of the conversation at an address is on its way: its page shows what was saved. Whatever is on its
// way has arrived or failed within the limit.
export async function saved(address) {
  for (let waited = 0; isOf(address, pending()); waited += LOOK_MS) {
    if (waited > LIMIT_MS) throw new Error('It is still on its way.')
    await pause(LOOK_MS)
  }
}
