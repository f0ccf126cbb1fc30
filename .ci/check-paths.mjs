// Every path that a document names is there: what links lead to, and what stands as `code` and begins with a folder of
// this repository. `{a,b}` stands for several; what holds `…` or `<name>` is an example; of `a.rs::item` the file is looked for.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
// A container's checkout may be another user's.
const git = (...words) => execFileSync('git', ['-C', root, '-c', `safe.directory=${root}`, ...words], { encoding: 'utf8' }).split('\0').filter(Boolean)
const files = git('ls-files', '-z', '--cached', '--others', '--exclude-standard').filter((file) => existsSync(join(root, file)))
const folders = new Set(files.map((file) => file.split('/')).filter((parts) => parts.length > 1).map(([folder]) => folder))

// `a/{b,c}.rs` are two paths.
const expanded = (path) => {
  const braces = path.match(/\{([^{}]*)\}/)
  if (!braces) return [path]
  return braces[1].split(',').flatMap((part) => expanded(path.replace(braces[0], part.trim())))
}

const missing = []
let count = 0
const look = (document, written, path) => {
  count += 1
  if (!existsSync(join(root, path))) missing.push(`${document}: ${written}`)
}

for (const document of files.filter((file) => file.endsWith('.md'))) {
  const text = readFileSync(join(root, document), 'utf8').replace(/^```.*?^```/gms, '')
  for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    const path = target.split('#')[0]
    if (path && !/^[a-z]+:/.test(path)) look(document, target, join(dirname(document), path))
  }
  for (const [, code] of text.matchAll(/`([^`\n]+)`/g)) {
    if (!/^[\w.@{},/-]+(::\w+)*$/.test(code) || !code.includes('/') || !folders.has(code.split('/')[0])) continue
    for (const path of expanded(code.replace(/::.*$/, ''))) look(document, code, path)
  }
}

for (const line of missing) console.error(`Not there: ${line}`)
console.log(`${count} paths in the documents, ${missing.length} of them lead nowhere`)
process.exit(missing.length > 0 || count === 0 ? 1 : 0)
