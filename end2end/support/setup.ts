// What admins set up, by the addresses that the forms post to, for tests that are about something else;
// and what no page of theirs makes.
import { expect, type Page } from '@playwright/test'
import { script } from './database.ts'
import type { Organization, Person } from './organization.ts'
import type { Reply } from './replies.ts'

/** Creates a team, as the admin of this page. Gives its number. */
export async function createTeam(page: Page, title: string, priority = 100): Promise<number> {
  const answer = await post(page, '/api/teams/create', { title, priority })
  return Number(/\/teams\/(\d+)/.exec(answer)?.[1])
}

/** Creates a tag, as the admin of this page. */
export async function createTag(page: Page, title: string, escalation: boolean) {
  await post(page, '/api/tags/create', { title, ...(escalation ? { escalation } : {}) })
}

/** Somebody joins a team, as the admin of this page says. */
export async function join(page: Page, team: number, member: Person) {
  await post(page, '/api/teams/change', { team, member: member.member, add: true })
}

async function post(page: Page, path: string, form: Record<string, string | number | boolean>): Promise<string> {
  const headers = { accept: 'text/html', referer: `${process.env.BATON_TEST_URL}/` }
  const answer = await page.request.post(path, { form, headers, maxRedirects: 0 })
  const location = answer.headers().location ?? ''
  expect(location, `${path} is not refused`).not.toContain('__err')
  return location
}

/** Puts a tag on conversations. */
export async function putTag(organization: Organization, tag: string, replies: Reply[]) {
  await script('tag-on', { organization: organization.id, tag, conversations: replies.map((reply) => reply.id) })
}

/** A texter's request waits for approval from now on. */
export async function requestWaits(organization: Organization, texter: Person, wanted: number) {
  await script('request-waits', { organization: organization.id, member: texter.member, wanted })
}
