// A conversation while the keyboard of a phone takes half of the screen: it is seen whom it is with, what they wrote,
// and where to answer.
import type { Locator } from '@playwright/test'
import { ahead } from '../../support/ahead.ts'
import { addFirstTexts } from '../../support/first-texts.ts'
import { contactWrites } from '../../support/incoming.ts'
import { refuseText } from '../../support/refusal.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { addTags, addTeam } from '../../support/team.ts'
import { expect, test } from '../../support/test.ts'

async function box(element: Locator) {
  const found = await element.boundingBox()
  if (found === null) throw new Error('it is not shown')
  return { top: found.y, bottom: found.y + found.height, left: found.x, right: found.x + found.width, height: found.height }
}

for (const width of [390, 320]) {
  test.describe(`at ${width} × 420`, () => {
    test.use({ viewport: { width, height: 420 } })

    test('the head, the latest text and the box are in sight, also after a reply', async ({ page, enterAs, organization }) => {
      const { ann } = organization
      await addTags(organization, ['Wants a sign'], [])
      const held = ['Maya Lin', 'Omar Said', 'Tess Ng'].map((name, place) => ({ name, minutes: 90 - place, holder: ann, fields: { county: 'Kings' } }))
      const waiting = await addReplies(await createCampaign(organization, 'Early vote'), held)
      const [maya] = waiting
      // Threads that are longer than the screen.
      for (const { cell } of waiting) {
        for (let line = 1; line <= 8; line += 1) await contactWrites(cell, organization.number, `And one thing more, number ${line}`)
      }
      await enterAs(ann, `/texts/${maya?.id}#latest`)
      const name = page.getByRole('heading', { level: 1 })
      const wait = page.locator('header.contact').getByText(/^1 h \d\d min$/)
      const headIsAtTop = async () => {
        expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight), 'what can be scrolled').toBeGreaterThan(200)
        await expect.poll(() => page.evaluate(() => scrollY), 'how far it is scrolled').toBeGreaterThan(100)
        await expect(name).toBeInViewport({ ratio: 1 })
        await expect(wait).toBeInViewport({ ratio: 1 })
        expect((await box(page.locator('header.contact'))).top, 'the head').toBe(0)
      }
      const reply = page.getByLabel('Your reply')
      const send = page.getByRole('button', { name: 'Send', exact: true })
      await expect(page.getByRole('link', { name: 'My texts' })).toBeInViewport({ ratio: 1 })
      await expect(page.getByRole('link', { name: 'Next reply' })).toBeInViewport({ ratio: 1 })
      await headIsAtTop()
      await reply.click()
      const [head, latest, line, button] = [await box(page.locator('header.contact')), await box(page.locator('#latest')), await box(reply), await box(send)]
      // Nothing of the latest text is behind the head or the box.
      expect(latest.top).toBeGreaterThanOrEqual(head.bottom)
      expect(latest.bottom).toBeLessThanOrEqual(line.top)
      // Head and box leave the thread more than half of what the keyboard leaves.
      const foot = await box(page.locator('form.reply-box'))
      expect(head.height, 'the head').toBeLessThanOrEqual(86)
      expect(foot.height, 'the box').toBeLessThanOrEqual(106)
      expect(foot.top - head.bottom, 'what is seen of the thread').toBeGreaterThanOrEqual(228)
      // What stands under the box is not over it.
      for (const part of await page.locator('.reply-line > *').filter({ visible: true }).all()) {
        expect((await box(part)).top).toBeGreaterThanOrEqual(line.bottom)
      }
      expect(button.top).toBeLessThan(line.bottom)
      expect(line.top).toBeLessThan(button.bottom)

      await reply.fill('One line.\nAnother.\nA third.')
      expect((await box(reply)).height).toBeGreaterThan(line.height + 20)
      await send.click()
      await expect(name).toHaveText('Omar Said')
      await headIsAtTop()
      await expect(page.getByText('Your reply was sent.')).toBeInViewport({ ratio: 1 })

      await page.getByRole('button', { name: 'About and tags' }).click()
      await expect(page.getByRole('group', { name: 'About and tags' })).toContainText('Kings')
      await expect(page.getByLabel('Wants a sign')).toBeVisible()
      // The line in the head has room for a part of it.
      await expect(page.getByRole('definition').filter({ hasText: 'Early vote' })).toBeVisible()
    })
  })
}

test.describe('in a browser whose boxes do not grow by themselves', () => {
  test.use({ viewport: { width: 390, height: 420 } })

  test('the box of the reply grows all the same', async ({ page, enterAs, organization }) => {
    const { ann } = organization
    await page.addInitScript(() => {
      const supports = CSS.supports.bind(CSS)
      CSS.supports = (...condition: [string, string?]) => !condition.join().includes('field-sizing') && supports(...(condition as [string]))
    })
    await page.route('**/*.css', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.text()).replaceAll(/field-sizing:\s*content/g, 'field-sizing:fixed') })
    })
    const campaign = await createCampaign(organization, 'Early vote')
    const [maya] = await addReplies(campaign, [{ minutes: 90, holder: ann, name: 'Maya Lin' }])
    const script = 'Hi {firstName}!\n\nCan you vote on Tuesday?\nReply STOP to opt out.'
    const [omar] = await addFirstTexts(campaign, script, [{ holder: ann, name: 'Omar Said' }])
    await enterAs(ann, `/texts/${maya?.id}`)
    const reply = page.getByLabel('Your reply')
    expect(await reply.evaluate((field) => getComputedStyle(field).getPropertyValue('field-sizing'))).toBe('fixed')
    const line = await box(reply)
    expect(line.height).toBeLessThanOrEqual(52)
    await reply.fill('One line.\nAnother.\nA third.')
    const three = await box(reply)
    expect(three.height).toBeGreaterThan(line.height + 20)
    expect(await reply.evaluate((field) => field.scrollHeight - field.clientHeight)).toBeLessThanOrEqual(0)
    await reply.fill(Array.from({ length: 40 }, (_, at) => `Line ${at}`).join('\n'))
    expect((await box(reply)).height).toBeLessThanOrEqual(420 * 0.4 + 1)
    await reply.fill('')
    expect((await box(reply)).height).toBe(line.height)
    // What stands there before anything is typed.
    await page.getByRole('link', { name: 'My texts' }).click()
    await page.getByRole('link', { name: /Send initial messages/ }).click()
    const initial = page.getByLabel('Your initial message')
    await expect(initial).toHaveValue(/^Hi Omar!/)
    expect((await box(initial)).height).toBeGreaterThan(three.height)
    await page.goto(`/texts/${omar?.id}`)
    await expect.poll(async () => (await box(initial)).height).toBeGreaterThan(three.height)
  })
})

test.describe('at 320 px', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('the circle of a list stays beside its name', async ({ page, enterAs, organization }) => {
    const { ann } = organization
    const spanish = await createCampaign(organization, 'En español')
    const title = 'The Spanish speaking volunteers of the northern counties'
    await addTeam(organization, { title, members: [ann], campaigns: [spanish], kind: 'initials' })
    await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90 }])
    await addFirstTexts(spanish, 'Hola {firstName}', [{ name: 'Maya Lin' }])
    await enterAs(ann, '/texts')
    const radio = page.getByRole('radio', { name: title })
    const [circle, words] = [await radio.boundingBox(), await page.getByText(`${title}: 1 initial message`).boundingBox()]
    if (circle === null || words === null) throw new Error('they are not shown')
    expect(words.height).toBeGreaterThan(circle.height * 2)
    expect(circle.x + circle.width).toBeLessThanOrEqual(words.x + words.width)
    expect(circle.y).toBeGreaterThanOrEqual(words.y)
    expect(circle.y + circle.height).toBeLessThanOrEqual(words.y + words.height)
  })

  test('the head and the box stay in sight below a text that was not sent, which can be put away', async ({
    page, enterAs, organization, complaints,
  }) => {
    complaints.expect(/status of 422/)
    const { ann } = organization
    // Threads that are longer than the screen.
    const held = ['Maya Lin', 'Omar Said'].map((name, place) => ({ name, minutes: 90 - place, holder: ann, text: 'Where do I vote? '.repeat(60) }))
    const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), held)
    await enterAs(ann, `/texts/${maya?.id}#latest`)
    const head = page.locator('header.contact')
    const name = page.getByRole('heading', { level: 1 })
    const reply = page.getByLabel('Your reply')
    const send = page.getByRole('button', { name: 'Send', exact: true })
    await refuseText(page)
    await reply.fill('At 12 Main')
    await ahead(page)
    await send.click()
    await expect(name).toHaveText('Omar Said')
    const alert = page.getByRole('alert').filter({ hasText: 'Your text to Maya Lin was not sent.' })
    await expect(alert).toBeVisible()
    const isOnTop = (element: Locator) => element.evaluate((shown) => {
      const { left, top, width, height } = shown.getBoundingClientRect()
      return shown.contains(document.elementFromPoint(left + width / 2, top + height / 2))
    })
    // The second of them is what the keyboard of a wider phone leaves.
    for (const size of [{ width: 320, height: 640 }, { width: 390, height: 420 }]) {
      await page.setViewportSize(size)
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
      await expect.poll(async () => (await box(head)).top - (await box(alert)).bottom, 'between them').toBeCloseTo(0, 0)
      expect((await box(alert)).height).toBeLessThanOrEqual(size.height / 4)
      for (const part of [name, reply, send]) expect(await isOnTop(part)).toBe(true)
    }
    await alert.getByRole('button', { name: 'OK' }).click()
    await expect(alert).toHaveCount(0)
    await expect.poll(async () => (await box(head)).top).toBe(0)

    // It does not come back, and its words are kept.
    await page.getByRole('link', { name: 'My texts' }).click()
    await expect(name).toHaveText('My texts')
    await expect(alert).toHaveCount(0)
    await page.getByRole('link', { name: /Maya Lin/ }).click()
    await expect(reply).toHaveValue('At 12 Main')
  })

  test('the only pool and its wait stand apart', async ({ page, enterAs, organization }) => {
    await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90 }])
    await enterAs(organization.ann, '/texts')
    const [pool, wait] = [await box(page.getByText('General: 1 reply')), await box(page.getByText('longest wait 1 h 30 min'))]
    const apart = wait.top >= pool.bottom || wait.left >= pool.right + 8
    expect(apart).toBe(true)
  })

  test('no label of a campaign’s card runs into the next, and no interval of the preview', async ({ page, enterAs, organization }) => {
    await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 90, holder: organization.ann }])
    await enterAs(organization.admin, '/campaigns')
    // Words that are wider than their place.
    const wide = await page.locator('.campaigns td[data-label]').evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length)
    expect(wide).toBe(0)
    await page.getByRole('link', { name: 'Release Unhandled Replies' }).click()
    const labels = page.locator('dialog .histogram [aria-hidden] li')
    await expect(labels.first()).toHaveText('0')
    const ends = await labels.evaluateAll((items) => items.filter((item) => item.checkVisibility({ visibilityProperty: true })).map((item) => {
      const words = document.createRange()
      words.selectNodeContents(item)
      const { left, right } = words.getBoundingClientRect()
      return { left, right }
    }))
    for (const [place, { left }] of ends.entries()) if (place > 0) expect(left).toBeGreaterThan(ends[place - 1]?.right ?? 0)
  })
})
