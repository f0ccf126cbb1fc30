// What is kept of what somebody typed.
import { script } from './database.ts'
import type { Person } from './organization.ts'
import type { Reply } from './replies.ts'

/** What the server keeps of it; empty if that is nothing. */
export async function draftOf(person: Person, reply: Reply | undefined): Promise<string> {
  return script('draft', { conversation: reply?.id ?? 0, member: person.member })
}
