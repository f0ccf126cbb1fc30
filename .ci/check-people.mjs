// Whether tests set up people as the product does: by its ports, commands and forms. No test writes to the tables of people
// by SQL, nor one in the browser to those of tags, pools, requests and numbers, but for what stands in `allowed`, with the
// reason; a line there that is not needed any more is refused too.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const tables = 'account|member|invite|invite_team|organization|password_reset|password_reset_by_mail|session|team|team_campaign|team_member|team_tag'
// Tests of the store and of the engine still write to the last four.
const inTheBrowser = `${tables}|assignment_request|pool|sending_number|tag`
const writesTo = (names) => new RegExp(`\\b(?:insert\\s+into|merge\\s+into|update|delete\\s+from|truncate(?:\\s+table)?|copy)\\s+(?:only\\s+)?(?:"?public"?\\.)?"?(?:${names})\\b`, 'gi')

const allowed = [
  ['end2end/support/sql/links-age.sql', 'update invite', 'time passes for links'],
  ['server/src/http/tests/first_steps.rs', 'truncate organization', 'an installation before its first organization, which no one can go back to'],
  ['server/src/http/tests/session_end.rs', 'update session', 'a session as an older release wrote it'],
  ['server/store/src/conversations/tests/send.rs', 'truncate organization', 'the next case begins with an empty database'],
  ['server/store/src/teams/tests/save.rs', 'update team', 'titles that differ in case alone, as an older release took them'],
]

const root = resolve(import.meta.dirname, '..')
// A container's checkout may be another user's.
const git = (...words) => execFileSync('git', ['-C', root, '-c', `safe.directory=${root}`, ...words], { encoding: 'utf8' }).split('\0').filter(Boolean)
const files = git('ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', 'server/*.rs', 'app/*.rs', 'end2end/*.ts', 'end2end/*.js', 'end2end/*.mjs', 'end2end/*.sql').filter((file) => existsSync(join(root, file)))

// Benchmarks write rows in bulk, and are no tests of people.
const isTest = (file) => file.startsWith('end2end/') || /(^|\/)(tests|testing)(\/|\.rs$)|_tests\.rs$/.test(file)
const testsOf = (file) => {
  if (file.startsWith('server/bench/')) return ''
  const text = readFileSync(join(root, file), 'utf8')
  if (isTest(file)) return text
  const at = text.search(/#\[cfg\(test\)\]\s*(?:pub(?:\([^)]*\))? )?mod \w+ \{/)
  return at < 0 ? '' : text.slice(at)
}

const needed = new Set()
const refused = []
for (const file of files) {
  const writes = writesTo(file.startsWith('end2end/') ? inTheBrowser : tables)
  for (const [found] of testsOf(file).matchAll(writes)) {
    const statement = found.replace(/\s+/g, ' ').toLowerCase()
    const line = allowed.find(([where, what]) => where === file && what === statement)
    if (line) needed.add(line)
    else refused.push(`${file}: ${statement}`)
  }
}
for (const line of refused) console.error(`${line}: set it up by the ports, the commands or the forms.`)
const unused = allowed.filter((line) => !needed.has(line))
for (const [file, what] of unused) console.error(`${file}: “${what}” is allowed in .ci/check-people.mjs, and not there any more.`)
if (refused.length + unused.length > 0) process.exit(1)
