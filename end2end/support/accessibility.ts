// axe over a page, as it is and in the dark.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Holds the page to WCAG 2 A and AA, contrast included, in both colour schemes. */
export async function expectAccessible(page: Page, what: string) {
  // What is being counted anew is dim until it is there.
  await expect(page.locator('[aria-busy=true]').filter({ visible: true }), what).toHaveCount(0)
  const axe = () => new AxeBuilder({ page })
  await show(page, 'light')
  await expectNothingFound(axe().withTags(wcag), what)
  // The scheme changes colours, and nothing else.
  await show(page, 'dark')
  await expectNothingFound(axe().withRules('color-contrast'), `${what}, in the dark`)
}

/** Without motion, or colours would be measured half way from one scheme to the other. */
const show = (page: Page, colorScheme: 'light' | 'dark') => page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })

async function expectNothingFound(axe: AxeBuilder, what: string) {
  // No page has frames, so axe need not open another page to put their results together.
  const { violations } = await axe.setLegacyMode().analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary}`),
  )
  expect(found, what).toEqual([])
}
