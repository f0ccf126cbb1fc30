// A conversation while the keyboard of a phone takes half of the screen: it is seen whom it is with, what they wrote,
// and where to answer.
import type { Locator } from '@playwright/test'
import { addFirstTexts } from '../../support/first-texts.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { addTags, addTeam } from '../../support/team.ts'
import { expect, test } from '../../support/test.ts'

async function box(element: Locator) {
  const found = await element.boundingBox()
  if (found === null) throw new Error('it is not shown')
  return { top: found.y, bottom: found.y + found.height, height: found.height }
}

for (const width of [390, 320]) {
  test.describe(`at ${width} × 420`, () => {
    test.use({ viewport: { width, height: 420 } })

    test('the head, the latest text and the box are in sight, also after a reply', async ({ page, enterAs, organization }) => {
      const { ann } = organization
      await addTags(organization, ['Wants a sign'], [])
      const held = ['Maya Lin', 'Omar Said', 'Tess Ng'].map((name, place) => ({ name, minutes: 90 - place, holder: ann, fields: { county: 'Kings' } }))
      const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), held)
      await enterAs(ann, `/texts/${maya?.id}#latest`)
      const name = page.getByRole('heading', { level: 1 })
      const reply = page.getByLabel('Your reply')
      const send = page.getByRole('button', { name: 'Send', exact: true })
      await expect(page.getByRole('link', { name: 'My texts' })).toBeInViewport({ ratio: 1 })
      await expect(page.getByRole('link', { name: 'Next reply' })).toBeInViewport({ ratio: 1 })
      await expect(name).toBeInViewport({ ratio: 1 })
      await reply.click()
      const [head, latest, line, button] = [await box(page.locator('header.contact')), await box(page.locator('#latest')), await box(reply), await box(send)]
      // Nothing of the latest text is behind the head or the box.
      expect(latest.top).toBeGreaterThanOrEqual(head.bottom)
      expect(latest.bottom).toBeLessThanOrEqual(line.top)
      expect(button.top).toBeLessThan(line.bottom)
      expect(line.top).toBeLessThan(button.bottom)

      await reply.fill('One line.\nAnother.\nA third.')
      expect((await box(reply)).height).toBeGreaterThan(line.height + 20)
      await send.click()
      await expect(name).toHaveText('Omar Said')
      await expect(name).toBeInViewport({ ratio: 1 })
      await expect(page.getByText('Your reply was sent.')).toBeInViewport({ ratio: 1 })

      await page.getByRole('button', { name: 'About and tags' }).click()
      await expect(page.getByRole('group', { name: 'About and tags' })).toContainText('Kings')
      await expect(page.getByLabel('Wants a sign')).toBeVisible()
    })
  })
}

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
})
