// A draft that is still being saved when its page is left.
import type { Page, Route } from '@playwright/test'
import { ahead } from '../../../support/ahead.ts'
import { follow } from '../../../support/documents.ts'
import { draftOf } from '../../../support/draft.ts'
import { addReplies, createCampaign, type Reply } from '../../../support/replies.ts'
import { expect, test as base } from '../../../support/test.ts'

const SAVE = '**/save-draft'

/** Two replies that Ann holds. */
const test = base.extend<{ maya: Reply; omar: Reply; replies: Reply[] }>({
  replies: async ({ organization }, use) => {
    const waiting = ['Maya Lin', 'Omar Said'].map((name, place) => ({ minutes: 200 - place, holder: organization.ann, name }))
    await use(await addReplies(await createCampaign(organization, 'Early vote'), waiting))
  },
  maya: async ({ replies }, use) => use(replies[0] as Reply),
  omar: async ({ replies }, use) => use(replies[1] as Reply),
})

/** Holds the saves of drafts back; each is let go by its number. */
async function holdSaves(page: Page): Promise<Route[]> {
  const saves: Route[] = []
  await page.route(SAVE, (route) => void saves.push(route))
  return saves
}

test('the next page, when it was fetched before the draft arrived, is fetched again', async ({ page, enterAs, organization, maya, omar }) => {
  await enterAs(organization.ann, `/texts/${omar.id}`)
  const saves = await holdSaves(page)
  await page.getByLabel('Your reply').fill('By mail')
  const next = page.waitForResponse((response) => new URL(response.url()).pathname === `/texts/${omar.id}`)
  await follow(page, `/texts/${maya.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maya Lin')
  await (await next).finished()
  expect(saves).toHaveLength(1)
  await saves[0]?.continue()
  await expect.poll(() => draftOf(organization.ann, omar)).toBe('By mail')
  await page.getByLabel('Your reply').fill('At 12 Main')
  await ahead(page)
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Omar Said')
  await expect(page.getByLabel('Your reply')).toHaveValue('By mail')
})
