// Says why tests failed, and adds up what the logs of `make test` say: its line is the last one, so that the end of a log
// that was cut says what there is to know. Usage: count-tests.mjs LOGS
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const logs = process.argv[2]
const counts = { rust: null, browser: null }

/** The first lines of a failure. */
function failed(name, message) {
  const lines = stripVTControlCharacters(message).split('\n').filter((line) => line.trim())
  console.log([`Failed: ${name}`, ...lines.slice(0, 12).map((line) => `  ${line.slice(0, 200)}`)].join('\n'))
}

/** The specs of a suite of Playwright's report, and of the suites in it. */
const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]

const rust = join(logs, 'rust.log')
if (existsSync(rust)) {
  const log = readFileSync(rust, 'utf8')
  for (const [, name, output] of log.matchAll(/^---- (\S+) stdout ----\n([^]*?)(?=\n\n(?:---- |failures:))/gm)) failed(name, output)
  const results = [...log.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed/gm)]
  const sum = (column) => results.reduce((total, row) => total + Number(row[column]), 0)
  counts.rust = { passed: sum(1), failed: sum(2) }
}

const browser = join(logs, 'browser.json')
if (existsSync(browser)) {
  const { stats, errors, suites } = JSON.parse(readFileSync(browser, 'utf8'))
  for (const spec of suites.flatMap(specsOf)) {
    for (const { projectName, results } of spec.tests) {
      const error = results.find((result) => result.error)?.error
      if (error) failed(`[${projectName}] ${spec.file}: ${spec.title}`, error.message ?? '')
    }
  }
  for (const error of errors) failed('browser', error.message ?? '')
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
