// What a page may do is said by the server, with every page and whatever else is asked for beside it.
import { signIn } from '../../support/sign-in.ts'
import { expect, test } from '../../support/test.ts'
import { transfer } from '../../support/transfer.ts'

test('no page takes what is another answer’s', async ({ context, organization }) => {
  await signIn(context, organization.admin)
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  for (let round = 0; round < 25; round += 1) {
    const beside = Array.from({ length: 8 }, () => transfer('/favicon.svg', cookie))
    const pages = await Promise.all(['/campaigns', '/texts', '/releases', '/nowhere'].map((path) => transfer(path, cookie)))
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 404])
    for (const { headers, body } of pages) {
      expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[\w-]+' 'wasm-unsafe-eval'/)
      expect(body.length).toBeGreaterThan(0)
    }
    const signedOut = await transfer('/campaigns')
    expect([signedOut.status, signedOut.headers.location]).toEqual([303, '/sign-in?next=%2Fcampaigns'])
    for (const { status, headers } of await Promise.all(beside)) {
      expect([status, headers['content-type'], headers.location]).toEqual([200, 'image/svg+xml', undefined])
      expect(headers['content-security-policy']).not.toContain('nonce')
    }
  }
})
