// What Lighthouse says of pages on its phone: the sign-in page has 100 of 100 in all four categories, others at least
// what the budget says for performance. It is fetched by npx: it brings 180 MB, which no test needs.
import { chromium, type LaunchOptions } from '@playwright/test'
import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { budget } from '../support/budget.ts'
import { addFirstTexts } from '../support/first-texts.ts'
import { freeAddress } from '../support/free-address.ts'
import { createOrganization } from '../support/organization.ts'
import { addReplies, createCampaign } from '../support/replies.ts'
import { signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

const LIGHTHOUSE = 'lighthouse@13.5.0'
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

type Report = { categories: Record<string, { score: number }> }

/** The scores of a page, of 100 each, in the order of the categories. */
async function scores(port: number, address: string, cookie: string): Promise<number[]> {
  const file = join(tmpdir(), `lighthouse-${port}.json`)
  const options = [`--port=${port}`, '--output=json', `--output-path=${file}`, '--quiet', '--disable-storage-reset']
  const headers = cookie ? [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`] : []
  await promisify(execFile)('npx', ['--yes', LIGHTHOUSE, address, ...options, ...headers])
  const { categories } = JSON.parse(await readFile(file, 'utf8')) as Report
  await rm(file)
  return CATEGORIES.map((category) => Math.round(100 * (categories[category]?.score ?? 0)))
}

test('pages on Lighthouse’s phone', async ({}, testInfo) => {
  test.setTimeout(1_800_000)
  const organization = await createOrganization()
  const { ann, admin } = organization
  const campaign = await createCampaign(organization, 'Early vote')
  const names = Array.from({ length: 30 }, (_, place) => `Contact ${place}`)
  await addFirstTexts(campaign, 'Hello {firstName}', names.map((name) => ({ name, holder: ann })))
  const [reply] = await addReplies(campaign, names.map((name, place) => ({ name, minutes: 300 - place, holder: ann })))
  const pages = [
    { who: undefined, paths: ['/sign-in', '/forgotten-password'] },
    { who: ann, paths: ['/texts', `/texts/${reply?.id}`, '/texts/past', '/account'] },
    {
      who: admin,
      paths: [
        '/campaigns', `/campaigns/${campaign.id}`, `/campaigns/${campaign.id}/contacts`, `/campaigns/${campaign.id}/figures`,
        '/campaigns/new', '/campaigns/release', '/review', '/releases', '/requests', '/assignment', '/escalated', '/unanswerable',
        '/unmatched', '/opt-outs', '/people', '/people/invites', '/teams', '/tags', '/figures', '/settings', '/settings/numbers',
      ],
    },
  ]
  const low: string[] = []
  for (const { who, paths } of pages) {
    const port = Number((await freeAddress()).split(':')[1])
    const launch = testInfo.project.use.launchOptions as LaunchOptions
    const browser = await chromium.launch({ ...launch, args: [`--remote-debugging-port=${port}`] })
    const context = await browser.newContext()
    if (who) await signIn(context, who)
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    for (const path of paths) {
      const found = await scores(port, `${process.env.BATON_TEST_URL}${path}`, cookie)
      const [performance = 0, ...others] = found
      const least = path === '/sign-in' ? 100 : budget.lighthousePerformance
      console.log(`${path.replace(/\d+/, '…')}: ${found.join(' / ')}`)
      if (performance < least || others.some((score) => score < 100)) low.push(`${path}: ${found.join(' / ')}`)
    }
    await browser.close()
  }
  expect(low, CATEGORIES.join(' / ')).toEqual([])
})
