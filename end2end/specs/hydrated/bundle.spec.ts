// The bundle: loaded once and kept for good, compressed as well as can be, and within the budget.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '../../support/test.ts'
import { transfer } from '../../support/transfer.ts'

const budget = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../budget.json'), 'utf8')) as { wasm_brotli_bytes: number }

test('every file of the bundle is hashed, kept for good and compressed beforehand', async ({ page, visit }) => {
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).pathname))
  await visit('/sign-in')
  const files = [...asked].filter((path) => path.startsWith('/pkg/'))
  for (const kind of ['.css', '.js', '.wasm']) expect(files.filter((path) => path.endsWith(kind)), kind).not.toEqual([])

  for (const path of files) {
    expect(path, 'its name is the hash of what is in it').toMatch(/\.[0-9a-f]{16}\.(css|js|wasm)$/)
    const { status, headers } = await transfer(path)
    expect(status, path).toBe(200)
    expect(headers['cache-control'], path).toBe('public, max-age=31536000, immutable')
    expect(headers['content-encoding'], path).toBe('br')
  }
  const modules = await Promise.all(files.filter((path) => path.endsWith('.wasm')).map((path) => transfer(path)))
  expect(modules.map(({ headers }) => headers['content-type'])).toEqual(modules.map(() => 'application/wasm'))
  const weight = modules.reduce((sum, { body }) => sum + body.length, 0)
  expect(weight, 'the WASM, compressed').toBeLessThanOrEqual(budget.wasm_brotli_bytes)
})

test('a page itself is never kept', async () => {
  const { headers } = await transfer('/sign-in')
  expect(headers['cache-control']).toBe('no-store')
})
