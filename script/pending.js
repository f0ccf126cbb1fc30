// Texts and drafts on their way to the server, by their conversations.

import { running } from './program.js'

// How often it is looked whether they have arrived.
const LOOK_MS = 20

// The ids of the conversations.
export const pending = () => running?.pending().split(',') ?? []

// Whether the page at an address is that of one of these conversations.
export function isOf(address, conversations) {
  const id = /^\/texts\/(\d+)$/.exec(new URL(address, location.href).pathname)?.[1]
  return id !== undefined && conversations.includes(id)
}

// Waits until nothing of the conversation at an address is on its way: its page shows what was saved.
export async function saved(address) {
  while (isOf(address, pending())) await new Promise((next) => { setTimeout(next, LOOK_MS) })
}
