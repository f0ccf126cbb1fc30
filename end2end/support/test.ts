// `test` as every spec uses it: with an organization of its own, browsers for its people, and an eye
// on what the browsers complain about.
import { test as base, devices, expect, type BrowserContext, type Page } from '@playwright/test'
import { Complaints } from './complaints.ts'
import { awake } from './hydration.ts'
import { createOrganization, type Organization, type Person, type Service } from './organization.ts'
import { endRoutes } from './routes.ts'
import { signIn } from './sign-in.ts'

type Fixtures = {
  /** Who carries the organization's texts. */
  service: Service
  organization: Organization
  complaints: Complaints
  /** Goes to a page and waits until it is awake, where it ever is. */
  visit: (path: string, page?: Page) => Promise<void>
  /** Signs the test's own browser in. */
  enterAs: (person: Person, path: string) => Promise<void>
  /** Somebody else at another browser like the test's own, or on a phone. */
  somebody: (person: Person, path: string, where?: 'here' | 'phone') => Promise<Page>
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(process.env.BATON_TEST_URL),

  service: ['twilio', { option: true }],

  organization: async ({ service }, use) => use(await createOrganization(service)),

  complaints: [
    async ({ context }, use) => {
      const complaints = new Complaints()
      complaints.listen(context)
      await use(complaints)
      // Before what was held back is let go.
      const { unexpected } = complaints
      await endRoutes(context)
      expect(unexpected, 'what the browser complained about').toEqual([])
    },
    { auto: true },
  ],

  visit: async ({ page: own, javaScriptEnabled }, use) =>
    use(async (path, page = own) => {
      await page.goto(path)
      if (javaScriptEnabled !== false) await awake(page)
    }),

  enterAs: async ({ context, visit }, use) =>
    use(async (person, path) => {
      await signIn(context, person)
      await visit(path)
    }),

  somebody: async ({ browser, complaints, visit }, use) => {
    const opened: BrowserContext[] = []
    await use(async (person, path, where = 'here') => {
      // What is not said here is as in the test's own browser.
      const context = await browser.newContext(where === 'phone' ? devices['Pixel 7'] : {})
      opened.push(context)
      complaints.listen(context)
      await signIn(context, person)
      const page = await context.newPage()
      await visit(path, page)
      return page
    })
    await Promise.all(opened.map(endRoutes))
    await Promise.all(opened.map((context) => context.close()))
  },
})

export { expect }
