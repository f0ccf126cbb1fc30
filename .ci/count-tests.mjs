// Adds up what the logs of `make test` say; its line is the last one. Usage: count-tests.mjs LOGS
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const logs = process.argv[2]
const counts = { rust: null, browser: null }

const rust = join(logs, 'rust.log')
if (existsSync(rust)) {
  const results = [...readFileSync(rust, 'utf8').matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed/gm)]
  const sum = (column) => results.reduce((total, row) => total + Number(row[column]), 0)
  counts.rust = { passed: sum(1), failed: sum(2) }
}

const browser = join(logs, 'browser.json')
if (existsSync(browser)) {
  const { stats, errors } = JSON.parse(readFileSync(browser, 'utf8'))
  counts.browser = { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

const total = { passed: 0, failed: 0 }
let missing = false
for (const [name, count] of Object.entries(counts)) {
  // A part that left no log did not run: that is a failure, not a zero.
  if (!count || count.passed + count.failed === 0) {
    console.log(`${name}: no tests ran`)
    missing = true
    continue
  }
  console.log(`${name}: ${count.passed} passed, ${count.failed} failed`)
  total.passed += count.passed
  total.failed += count.failed
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(missing || total.failed > 0 ? 1 : 0)
