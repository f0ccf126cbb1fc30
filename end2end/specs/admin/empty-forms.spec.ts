// Forms that are sent empty: what is missing is said at the field, in the language of the page, and not in the browser's.
import { command } from '../../support/baton.ts'
import { contactWrites } from '../../support/incoming.ts'
import { addReplies, createCampaign } from '../../support/replies.ts'
import { sentences } from '../../support/sentences.ts'
import { addTeam } from '../../support/team.ts'
import { expect, test } from '../../support/test.ts'

const spanish = sentences('es')
const es = (id: string) => spanish.get(id) ?? `${id} is not translated`

test.use({ locale: 'es-US' })

test('what is missing is said at the field, in Spanish', async ({ page, enterAs, visit, organization, complaints }) => {
  test.slow()
  const { admin, ann, number } = organization
  const early = await createCampaign(organization, 'Early vote')
  const byHand = await createCampaign(organization, 'By hand', false)
  const [maya] = await addReplies(byHand, [{ minutes: 90, holder: ann }, { minutes: 90, holder: ann }])
  const cell = maya?.cell ?? ''
  await contactWrites(cell, number, 'STOP')
  const team = await addTeam(organization, { title: 'Legal', members: [ann], campaigns: [early] })
  const which = ['--organization', String(organization.id), '--campaign', String(early.id)]
  await command(['campaign', 'edit', ...which, '--team', 'Legal'])
  await enterAs(admin, '/campaigns')
  await expect(page.locator('html')).toHaveAttribute('lang', 'es-US')
  for (const { path, button, sentence } of [
    { path: '/opt-outs', button: es('opt-out-numbers'), sentence: 'enter-a-phone-number' },
    { path: '/opt-outs', button: es('import-file'), sentence: 'file-is-missing' },
    { path: `/opt-outs/${cell.slice(1)}`, button: es('lift-opt-out'), sentence: 'reason-is-missing' },
    { path: `/campaigns/${early.id}`, button: es('upload'), sentence: 'file-is-missing' },
    { path: `/teams/${team}/remove?member=${ann.member}`, button: es('remove'), sentence: 'removal-has-to-be-confirmed' },
    { path: `/teams/${team}/delete`, button: es('delete-team'), sentence: 'team-would-leave-campaigns-to-nobody' },
    { path: `/campaigns/${byHand.id}/release?kind=replies`, button: es('execute-operation'), sentence: 'release-has-to-be-confirmed' },
    { path: '/settings/numbers', button: `${es('take-out-of-use')}: ${number}`, sentence: 'last-number-has-to-be-confirmed' },
  ]) {
    await test.step(`${path}: ${button}`, async () => {
      // What was refused is not saved.
      complaints.answer(true)
      await visit(path)
      const said = page.locator('.field-error').filter({ visible: true })
      await expect(said).toHaveCount(0)
      await page.getByRole('main').getByRole('button', { name: button, exact: true }).click()
      await expect(said).toHaveText([es(sentence)])
      const described = page.locator(`[aria-describedby~="${await said.getAttribute('id')}"]`)
      await expect(described).toHaveAccessibleDescription(new RegExp(es(sentence).replace(/[().+]/g, '\\$&')))
      expect(new URL(page.url()).pathname).toBe(path.split('?')[0])
    })
  }
})
