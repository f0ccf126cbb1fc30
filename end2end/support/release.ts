// Releasing everywhere as an admin whose screen is not what the test is about.
import { expect, type Browser } from '@playwright/test'
import type { Organization } from './organization.ts'
import { signIn } from './sign-in.ts'

/** Releases what has been idle for 15 minutes, by the address that the form posts to. */
export async function releaseEverything(browser: Browser, { admin }: Organization) {
  const context = await browser.newContext()
  await signIn(context, admin)
  const form = {
    'policy[interval]': 15,
    'policy[include_team_restricted]': false,
    'policy[only_within_texting_hours]': true,
    'policy[include_auto_assign_off]': false,
  }
  const answer = await context.request.post('/api/releases/start', { form })
  expect(answer.ok(), await answer.text()).toBe(true)
  await context.close()
}
