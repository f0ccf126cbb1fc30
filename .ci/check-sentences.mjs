// Whether each sentence is said: every message of `app/sentences/text/en` is a function, which some code has to call,
// as `island::…`, `admin::…` or `page::…`. That one is missing, or not translated, the compiler says.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
// A container's checkout may be another user's.
const git = (...words) => execFileSync('git', ['-C', root, '-c', `safe.directory=${root}`, ...words], { encoding: 'utf8' }).split('\0').filter(Boolean)
const tracked = (...patterns) => git('ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...patterns).filter((file) => existsSync(join(root, file)))
const read = (file) => readFileSync(join(root, file), 'utf8')

const called = new Set()
for (const file of tracked('app/src/*.rs', 'server/*.rs')) {
  for (const [name] of read(file).matchAll(/\b(?:island|admin|page)::[a-z][a-z0-9_]*\b/g)) called.add(name)
}
const unused = tracked('app/sentences/text/en/*.ftl').flatMap((file) => {
  const folder = file.split('/').at(-2)
  const ids = [...read(file).matchAll(/^([a-z][a-z0-9-]*) =/gm)].map(([, id]) => id)
  return ids.filter((id) => !called.has(`${folder}::${id.replaceAll('-', '_')}`)).map((id) => `${file}: ${id}`)
})
for (const line of unused) console.error(line)
if (unused.length > 0) {
  console.error('These sentences are not said anywhere: delete them, in every language.')
  process.exit(1)
}
