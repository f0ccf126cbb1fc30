// Windows' high contrast, where the colours are the reader's own: what is chosen is still told from what is not.
import { addReplies, createCampaign } from '../../support/replies.ts'
import { expect, test } from '../../support/test.ts'

test.use({ forcedColors: 'active' })

const background = (element: Element) => getComputedStyle(element).backgroundColor

test('the chosen interval is', async ({ page, enterAs, organization }) => {
  await createCampaign(organization, 'Early vote')
  await enterAs(organization.admin, '/campaigns')
  await page.getByRole('link', { name: 'Release Unhandled Replies' }).click()
  const dialog = page.getByRole('dialog', { name: 'Release Unhandled Replies' })
  await expect(dialog.getByRole('radio', { name: '1 h', exact: true })).toBeChecked()
  const [chosen, other] = ['1 h', '2 h'].map((name) => dialog.getByRole('group').getByText(name, { exact: true }))
  expect(await chosen?.evaluate(background)).not.toBe(await other?.evaluate(background))
  // A switch is drawn whole.
  const drawn = await dialog.getByRole('switch').first().evaluate((element) => {
    const [track, row] = [element.getBoundingClientRect(), element.closest('label')?.getBoundingClientRect()]
    return row !== undefined && track.left >= row.left && track.right <= row.right && track.top >= row.top && track.bottom <= row.bottom
  })
  expect(drawn).toBe(true)
})

test('the chosen filter of the release history is', async ({ page, enterAs, organization }) => {
  await enterAs(organization.admin, '/releases')
  const filters = page.getByRole('navigation', { name: 'Who released' })
  const chosen = filters.getByRole('link', { name: 'All' })
  await expect(chosen).toHaveAttribute('aria-current', 'page')
  expect(await chosen.evaluate(background)).not.toBe(await filters.getByRole('link').last().evaluate(background))
})

test('what can be done beside a reply is framed, each by itself', async ({ page, enterAs, organization }) => {
  const [maya] = await addReplies(await createCampaign(organization, 'Early vote'), [{ minutes: 20, holder: organization.ann }])
  await enterAs(organization.ann, `/texts/${maya?.id}`)
  const elements = [page.getByLabel('Your reply'), page.getByRole('link', { name: 'Opt out' }), page.getByRole('button', { name: 'Close' })]
  const [reply, optOut, close] = await Promise.all(elements.map((element) => element.boundingBox()))
  if (!reply || !optOut || !close) throw new Error('they are not shown')
  expect(optOut.x, 'not left of the box').toBeGreaterThanOrEqual(reply.x)
  expect(optOut.y, 'not over the box').toBeGreaterThanOrEqual(reply.y + reply.height)
  expect(close.x).toBeGreaterThan(optOut.x + optOut.width)
})
