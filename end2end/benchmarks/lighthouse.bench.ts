// What Lighthouse says of pages on its phone: the sign-in page has 100 of 100 in all four categories, others at least
// what the budget says for performance. It is fetched by npx: it brings 180 MB, which no test needs.
import { chromium, type Browser, type LaunchOptions, type Page } from '@playwright/test'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { archive } from '../support/archive.ts'
import { post } from '../support/as-member.ts'
import { budget } from '../support/budget.ts'
import { importContacts, uploadContacts } from '../support/contacts.ts'
import { addFirstTexts } from '../support/first-texts.ts'
import { freeAddress } from '../support/free-address.ts'
import { contactWrites } from '../support/incoming.ts'
import { makeLink } from '../support/invite.ts'
import { hrefOf, idIn } from '../support/links.ts'
import { newCell, type Organization } from '../support/organization.ts'
import { releaseEverything } from '../support/release.ts'
import { addReplies, createCampaign } from '../support/replies.ts'
import { createTag, createTeam, join as joinTeam, requestWaits } from '../support/setup.ts'
import { signIn } from '../support/sign-in.ts'
import { phoneSlowdown } from '../support/slow-phone.ts'
import { expect, test } from '../support/test.ts'

const LIGHTHOUSE = 'lighthouse@13.5.0'
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** A route, as `app.rs` has it, or one of its addresses; and what stands for its variables. */
type Route = [route: string, ...ids: (number | string | undefined)[]]

/** Routes that lead on to another, and one that is made for a mail. */
const NOT_MEASURED = ['/', '/setup', '/texts/next', '/password/:token']

type Report = { categories: Record<string, { score: number }> }

/** The scores of a page, of 100 each, in the order of the categories, on a phone that is so many times as slow as this machine. */
async function scores(port: number, address: string, cookie: string, slowdown: number): Promise<number[]> {
  const file = join(tmpdir(), `lighthouse-${port}.json`)
  const options = [`--port=${port}`, '--output=json', `--output-path=${file}`, '--quiet', '--disable-storage-reset',
    `--throttling.cpuSlowdownMultiplier=${slowdown}`]
  const headers = cookie ? [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`] : []
  await promisify(execFile)('npx', ['--yes', LIGHTHOUSE, address, ...options, ...headers])
  const { categories } = JSON.parse(await readFile(file, 'utf8')) as Report
  await rm(file)
  return CATEGORIES.map((category) => Math.round(100 * (categories[category]?.score ?? 0)))
}

/** Makes what the pages are about, on the page of an admin, and gives their addresses by who visits them. */
async function routesOf(organization: Organization, browser: Browser, desk: Page) {
  const { ann, ben, admin, number } = organization
  const owner = { ...admin, email: admin.email.replace('ada@', 'olive@') }
  const campaign = await createCampaign(organization, 'Early vote')
  await addReplies(campaign, [{ minutes: 90, holder: ben }])
  await releaseEverything(browser, organization)
  await requestWaits(organization, ben, 5)
  const names = Array.from({ length: 30 }, (_, place) => `Contact ${place}`)
  const [initial] = await addFirstTexts(campaign, 'Hello {firstName}', names.map((name) => ({ name, holder: ann })))
  const [reply] = await addReplies(campaign, names.map((name, place) => ({ name, minutes: 300 - place, holder: ann })))
  const past = await createCampaign(organization, 'Early registration')
  const [old] = await addReplies(past, [{ minutes: 80, holder: ann }])
  await archive(past)
  await contactWrites(newCell(), number, 'It is Maya, from work')

  const team = await createTeam(desk, 'Legal')
  await joinTeam(desk, team, ann)
  await createTag(desk, 'Press', true)
  await post(desk, '/api/opt-outs/add', { numbers: '202 555 0150' })
  const chosen = { back: '/review', change: 'close', 'conversations[0]': reply?.id ?? 0 }
  const action = idIn(await post(desk, '/api/reviews/prepare-bulk', chosen))
  const invite = await makeLink(desk, { role: 'Texter', uses: '1' })
  const link = idIn(desk.url())
  const hrefOn = async (path: string, selector: string) => {
    await desk.goto(path)
    return hrefOf(desk, selector)
  }
  const tag = idIn(await hrefOn('/tags', 'a[href^="/tags/"]'))
  const release = idIn(await hrefOn('/releases', 'a[href^="/releases/"]:not([href$=".csv"])'))
  const text = (await hrefOn('/unmatched', 'a[href^="/unmatched/move"]')).split('text=')[1]
  const path = `/campaigns/${campaign.id}`
  await desk.goto(path)
  await importContacts(desk, 'firstName,lastName,cell\nTess,Ng,2135550114\n')
  await expect(desk.getByRole('heading', { name: '1 contact added' })).toBeVisible()
  const undo = (await hrefOn(path, 'a[href*="/imports/"]')).split('/').at(-2)
  await uploadContacts(desk, 'firstName,lastName,cell\nOmar,Said,2135550115\n')
  await expect(desk.getByRole('table', { name: 'Columns of the file' })).toBeVisible()
  const upload = desk.url().split('/').at(-1)?.split('?')[0]

  const everybodys: Route[] = [['/sign-in'], ['/forgotten-password'], ['/join/:id', invite.replace('/join/', '')]]
  const texters: Route[] = [
    ['/texts'], ['/texts/:id', reply?.id], ['/texts/:id', initial?.id], ['/texts/replies?campaign=:id', campaign.id],
    ['/texts/past'], ['/texts/closed'], ['/texts/done'],
    ['/texts/:id/opt-out', reply?.id], ['/texts/:id/earlier?before=999999999', reply?.id], ['/account'],
  ]
  const admins: Route[] = [
    ['/campaigns'], ['/campaigns/new'], ['/campaigns/release'], ['/campaigns/:id', campaign.id],
    ['/campaigns/:id/release?kind=replies', campaign.id], ['/campaigns/:id/autoassign', campaign.id],
    ['/campaigns/:id/contacts', campaign.id], ['/campaigns/:id/contacts/:contact', campaign.id, reply?.id],
    ['/campaigns/:id/uploads/:upload', campaign.id, upload], ['/campaigns/:id/imports/:import/undo', campaign.id, undo],
    ['/campaigns/:id/figures', campaign.id], ['/campaigns/:id/second-pass', campaign.id], ['/campaigns/:id/unmessaged', campaign.id],
    ['/campaigns/chosen?change=archive&campaigns=:id', campaign.id],
    ['/review'], ['/review?open=:id', reply?.id], ['/review/actions/:id', action], ['/texts/:id/move', old?.id],
    ['/releases'], ['/releases/:id', release], ['/requests'], ['/assignment'], ['/escalated'], ['/unanswerable'],
    ['/unmatched'], ['/unmatched/move?text=:text', text], ['/opt-outs'], ['/opt-outs/:id', '12025550150'],
    ['/people'], ['/people/:id', ann.member], ['/people/:id/suspend', ann.member], ['/people/:id/release', ann.member],
    ['/people/:id/password-link', ann.member], ['/people/:id/figures', ann.member],
    ['/people/invites'], ['/people/invites/new'], ['/people/invites/:id', link],
    ['/teams'], ['/teams/:id', team], ['/teams/:id/delete', team], ['/teams/:id/remove?member=:member', team, ann.member],
    ['/tags'], ['/tags/:id', tag], ['/figures'], ['/settings'], ['/settings/numbers'],
  ]
  const owners: Route[] = [['/settings/numbers/:sender', number], ['/settings/messages'], ['/audit']]
  return [
    { who: undefined, routes: everybodys },
    { who: ann, routes: texters },
    { who: admin, routes: admins },
    { who: owner, routes: owners },
  ]
}

test('pages on Lighthouse’s phone', async ({ browser: desks, somebody, organization }, testInfo) => {
  test.setTimeout(3_600_000)
  const desk = await somebody(organization.admin, '/campaigns')
  const visits = await routesOf(organization, desks, desk)
  const slowdown = await phoneSlowdown(desk)
  // It would take part of what is measured.
  await desk.context().close()
  const app = readFileSync(join(import.meta.dirname, '../../app/src/pages/app.rs'), 'utf8')
  const measured = new Set([...NOT_MEASURED, ...visits.flatMap(({ routes }) => routes.map(([route]) => route.split('?')[0]))])
  expect([...app.matchAll(/path!\("([^"]+)"\)/g)].map(([, route]) => route).filter((route) => !measured.has(route))).toEqual([])
  const low: string[] = []
  for (const { who, routes } of visits) {
    const port = Number((await freeAddress()).split(':')[1])
    const launch = testInfo.project.use.launchOptions as LaunchOptions
    const browser = await chromium.launch({ ...launch, args: [`--remote-debugging-port=${port}`] })
    const context = await browser.newContext()
    if (who) await signIn(context, who)
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    for (const [route, ...ids] of routes) {
      const path = route.replace(/:[a-z]+/g, () => String(ids.shift()))
      const found = await scores(port, `${process.env.BATON_TEST_URL}${path}`, cookie, slowdown)
      const [performance = 0, ...others] = found
      const least = path === '/sign-in' ? 100 : budget.lighthousePerformance
      console.log(`${route}: ${found.join(' / ')}`)
      if (performance < least || others.some((score) => score < 100)) low.push(`${path}: ${found.join(' / ')}`)
    }
    await browser.close()
  }
  expect(low, CATEGORIES.join(' / ')).toEqual([])
})
