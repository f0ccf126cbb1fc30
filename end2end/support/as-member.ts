// What members do by the addresses that their forms post to, for tests that are about something else.
import { expect, request, type APIRequestContext } from '@playwright/test'
import type { Person } from './organization.ts'
import { signIn } from './sign-in.ts'

/** A page, or whoever is signed in without one. */
export type Member = { request: APIRequestContext }

/** Signs somebody in, apart from all browsers, for as long as this takes. */
export async function asMember(person: Person, act: (member: Member) => Promise<void>) {
  const member = { request: await request.newContext({ baseURL: process.env.BATON_TEST_URL }) }
  await signIn(member, person)
  await act(member)
  await member.request.dispose()
}

/** Posts a form, as its page would. Gives where it leads. */
export async function post({ request }: Member, path: string, form: Record<string, string | number | boolean>): Promise<string> {
  const headers = { accept: 'text/html', referer: `${process.env.BATON_TEST_URL}/` }
  const answer = await request.post(path, { form, headers, maxRedirects: 0 })
  const location = answer.headers().location ?? ''
  expect(answer.status(), `${path} is not refused`).toBeLessThan(400)
  expect(location, `${path} is not refused`).not.toContain('__err')
  return location
}
