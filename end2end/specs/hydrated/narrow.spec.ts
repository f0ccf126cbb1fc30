// A phone of 320 px, and names, titles and words that are long: no page is wider than the screen.
import type { Page } from '@playwright/test'
import { addSupervolunteer } from '../../support/approval.ts'
import { addFirstTexts } from '../../support/first-texts.ts'
import { releaseEverything } from '../../support/release.ts'
import { addReplies, createCampaign, createClosedCampaign } from '../../support/replies.ts'
import { putTag, requestWaits } from '../../support/setup.ts'
import { addTags, addTeam } from '../../support/team.ts'
import { expect, test } from '../../support/test.ts'

const WIDTH = 320
const title = 'Voter protection in the northernmost counties'
const name = 'Wilhelmina Featherstonehaugh-Montgomery'
const text = `Is this it? https://example.org/${'polling-place-'.repeat(8)}`

/** What reaches beyond the screen, unless something around it scrolls or cuts it. */
async function expectFits(page: Page, what: string) {
  const { width, beyond } = await page.evaluate((most) => ({
    width: document.documentElement.scrollWidth,
    beyond: [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > most + 0.5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`),
  }), WIDTH)
  expect(width, `${what}: ${beyond.join(', ')}`).toBeLessThanOrEqual(WIDTH)
}

for (const locale of ['en-US', 'es-MX']) {
  test.describe(`of ${WIDTH} px, in ${locale}`, () => {
    test.use({ viewport: { width: WIDTH, height: 640 }, locale })

    test('no page that a texter meets is wider', async ({ page, browser, enterAs, visit, organization }) => {
      test.slow()
      const { ann } = organization
      await visit('/sign-in')
      await expectFits(page, 'sign-in')
      await visit('/forgotten-password')
      await expectFits(page, 'a forgotten password')
      const campaign = await createCampaign(organization, title)
      await addTags(organization, ['Wants a sign in front of the house'], ['Threat'])
      await addReplies(campaign, [{ minutes: 200, holder: ann, name, text }])
      await releaseEverything(browser, organization)
      const [maya, omar, tess] = await addReplies(campaign, [
        { minutes: 90, holder: ann, name, text, fields: { 'polling place': 'The Public Library of the County' } },
        { minutes: 80, holder: ann, name: 'Omar Said', text },
        { minutes: 70, name, text },
      ])
      const [unsent] = await addFirstTexts(campaign, `Hi {firstName}, ${text}`, [{ holder: ann, name }])
      const [asleep] = await addReplies(await createClosedCampaign(organization, `${title}, at night`), [{ minutes: 5, holder: ann, name, text }])
      await addTeam(organization, { title: 'The legal hotline of the whole state', members: [ann], tags: ['Threat'] })
      await putTag(organization, 'Threat', tess ? [tess] : [])
      await enterAs(ann, '/texts')
      await expectFits(page, 'home')
      await page.locator('.losses summary').click()
      await expectFits(page, 'home, with what was released')
      for (const path of ['escalated', 'account', `texts/replies?campaign=${campaign.id}`, 'texts/past', 'texts/closed']) {
        await visit(`/${path}`)
        await expectFits(page, path)
      }
      for (const conversation of [maya, unsent, asleep]) {
        await visit(`/texts/${conversation?.id}#latest`)
        await expectFits(page, 'a conversation')
        await page.locator('[popovertarget]').first().click()
        await expectFits(page, 'its sheet')
      }
      await visit(`/texts/${maya?.id}/opt-out`)
      await expectFits(page, 'opting out')
      await page.locator('form[action^="/api/conversations/opt-out"] button').last().click()
      await expect(page.getByText(/has opted out\.|está de baja\./)).toBeVisible()
      await expectFits(page, 'home, after opting out')
      await visit(`/texts/${omar?.id}#latest`)
      await page.locator('button[form=close]').click()
      await expect(page.locator('.day-result').filter({ visible: true }).first()).toBeVisible()
      await expectFits(page, 'after a close')
      for (const path of ['texts/past', 'texts/closed']) {
        await visit(`/${path}`)
        await expectFits(page, path)
      }
    })

    test('nor those who decide on requests, nor the campaigns page', async ({ page, enterAs, somebody, organization }) => {
      const { admin, ann } = organization
      const campaign = await createCampaign(organization, title)
      await addReplies(campaign, [{ minutes: 2000, holder: ann, name }, { minutes: 70, name, text }])
      await addTeam(organization, { title: 'The legal hotline of the whole state', members: [ann], campaigns: [campaign] })
      await requestWaits(organization, ann, 25)
      const campaigns = await somebody(admin, '/campaigns')
      await campaigns.setViewportSize({ width: WIDTH, height: 640 })
      await expectFits(campaigns, 'campaigns')
      await enterAs(await addSupervolunteer(organization), '/requests')
      await page.locator('details summary').first().click()
      await expectFits(page, 'requests')
    })
  })
}
