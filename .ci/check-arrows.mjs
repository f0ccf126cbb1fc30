// Which parts of the code may use which. Every `use` line and every path in the sources is resolved to the file that
// defines what it names; tests are left out. Refused are the arrows in `forbidden`, and files that use each other in a
// circle, be it of two or of more.
// Usage: check-arrows.mjs [--list FOLDER], which prints the arrows that begin in a folder.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

// From each folder to each of the others. `!` stands for everything in the same crate outside the folder.
const forbidden = [
  ['app/src/domain', '!'],
  ['app/src/components', 'app/src/api'],
  ['app/src/components', 'app/src/islands'],
  ['app/src/api', 'app/src/pages'],
  ['app/src/view_models', 'app/src/api'],
  ['app/src/view_models', 'app/src/components'],
  ['app/src/view_models', 'app/src/islands'],
  ['app/src/view_models', 'app/src/pages'],
  ['app/src/ports', 'app/src/api'],
  ['app/src/islands', 'app/src/pages'],
  ['server/src/engine', 'server/src/http'],
  ['server/src/http', 'server/src/commands'],
  ['server/src/config', 'server/src/commands'],
  ['server/store', 'server/sms'],
  ['server/store/src/contacts', 'server/store/src/campaigns'],
]

// What is not mended yet. A line that is not needed any more is refused as well, so that this list only gets shorter.
const allowed = []

const root = resolve(import.meta.dirname, '..')
// A container's checkout may be another user's.
const git = (...words) => execFileSync('git', ['-C', root, '-c', `safe.directory=${root}`, ...words], { encoding: 'utf8' }).split('\0').filter(Boolean)
const tracked = git('ls-files', '-z', '--cached', '--others', '--exclude-standard').filter((file) => existsSync(join(root, file)))

// Crates: the name by which the code calls each, and where its sources are.
const crates = new Map()
for (const manifest of tracked.filter((file) => basename(file) === 'Cargo.toml')) {
  const name = readFileSync(join(root, manifest), 'utf8').match(/^\[package\]\nname = "([^"]+)"/m)?.[1]
  if (name) crates.set(name.replaceAll('-', '_'), join(dirname(manifest), 'src'))
}

const isTest = (file) => /(^|[/_])tests(\/|\.rs$)/.test(file)

// The source without comments, contents of strings, and modules of tests. Line breaks stay.
const stripped = (text) => {
  const pattern = /\/\/.*|\/\*[^]*?\*\/|r(#+)"[^]*?"\1|r"[^"]*"|"(?:[^"\\]|\\[^])*"|'(?:[^'\\\n]|\\[^'\n]+|\\')'/g
  const code = text.replace(pattern, (found) => (found.startsWith('/') ? '' : '""') + '\n'.repeat(found.split('\n').length - 1))
  let rest = code
  for (let at; (at = rest.search(/#\[cfg\(test\)\]\s*(pub(\([^)]*\))? )?mod \w+ \{/)) >= 0; ) {
    let end = rest.indexOf('{', at)
    for (let depth = 1; depth > 0; ) {
      end += 1
      if (rest[end] === '{') depth += 1
      if (rest[end] === '}') depth -= 1
    }
    rest = rest.slice(0, at) + rest.slice(end + 1)
  }
  return rest
}

// `a::{b, c::{d as e, *}}` is a::b, a::c::d and a::c::*; each with the name that it is given.
const branches = (tree, before = []) => {
  const open = tree.indexOf('{')
  if (open < 0) {
    const [path, as] = tree.split(/\s+as\s+/)
    const parts = [...before, ...path.split('::')].map((part) => part.trim()).filter(Boolean)
    if (parts.at(-1) === 'self') parts.pop()
    return [{ parts, name: as?.trim() ?? parts.at(-1) }]
  }
  const stem = [...before, ...tree.slice(0, open).split('::')].map((part) => part.trim()).filter(Boolean)
  const found = []
  let depth = 0
  let from = open + 1
  for (let at = open; at < tree.length; at += 1) {
    if (tree[at] === '{') depth += 1
    if (tree[at] === '}') depth -= 1
    if ((tree[at] === ',' && depth === 1) || (tree[at] === '}' && depth === 0)) {
      const branch = tree.slice(from, at).trim()
      if (branch) found.push(...branches(branch, stem))
      from = at + 1
    }
  }
  return found
}

// Modules, by crate and path: `server_store::releases::batch`.
const modules = new Map()
for (const [crate, src] of crates) {
  for (const file of tracked.filter((file) => file.startsWith(`${src}/`) && file.endsWith('.rs') && !file.endsWith('/main.rs'))) {
    const path = file.slice(src.length + 1, -3).split('/')
    if (['mod', 'lib'].includes(path.at(-1))) path.pop()
    const code = stripped(readFileSync(join(root, file), 'utf8'))
    const uses = [...code.matchAll(/(pub(?:\([^)]*\))?\s+)?\buse\s+([^;]+);/g)].flatMap(([, shown, tree]) =>
      branches(tree).map((branch) => ({ ...branch, shown: Boolean(shown) })))
    const children = [...code.matchAll(/\bmod\s+(\w+);/g)].map(([, name]) => name)
    const tests = [...code.matchAll(/#\[cfg\(test\)\]\s*(?:pub(?:\([^)]*\))?\s+)?mod\s+(\w+);/g)].map(([, name]) => name)
    modules.set([crate, ...path].join('::'), { crate, file, path, code, uses, children, tests })
  }
}
for (const module of modules.values()) {
  for (const name of module.tests) {
    const test = [module.crate, ...module.path, name].join('::')
    for (const [key, other] of modules) if (key === test || key.startsWith(`${test}::`)) other.test = true
  }
}

// The whole path that a path in a module means, from the name of its crate on; nothing if it leads out of Baton.
const absolute = (module, parts) => {
  const here = [module.crate, ...module.path]
  const [first, ...rest] = parts
  if (first === 'crate' || first === '$crate') return [module.crate, ...rest]
  if (first === 'self') return [...here, ...rest]
  if (first === 'super') {
    const ups = parts.findIndex((part) => part !== 'super')
    const count = ups < 0 ? parts.length : ups
    return [...here.slice(0, here.length - count), ...parts.slice(count)]
  }
  if (module.children.includes(first)) return [...here, ...parts]
  return crates.has(first) ? parts : undefined
}

// The file that defines what a whole path names, and the files of the modules that lead there.
const resolved = (parts, seen = new Set()) => {
  const key = parts.join('::')
  if (seen.has(key)) return undefined
  seen.add(key)
  let depth = 1
  while (depth < parts.length && modules.has(parts.slice(0, depth + 1).join('::'))) depth += 1
  const module = modules.get(parts.slice(0, depth).join('::'))
  if (!module) return undefined
  const item = parts[depth]
  if (item) {
    // It may be what the module itself has from elsewhere.
    const from = module.uses.find((use) => use.name === item)
    const path = from && absolute(module, from.parts)
    const further = path && resolved([...path, ...parts.slice(depth + 1)], seen)
    if (further) return { file: further.file, way: [module.file, ...further.way] }
  }
  return { file: module.file, way: [module.file] }
}

// Arrows between files, each with the files that it passes through and a path as it is written.
const arrows = new Map()
for (const module of modules.values()) {
  if (isTest(module.file) || module.test) continue
  // How far something can be seen is no use of what it says.
  const rest = module.code.replace(/\buse\s+[^;]+;|\bpub\(in [^)]*\)/g, '')
  const names = ['crate', '\\$crate', 'super', 'self', ...crates.keys(), ...module.children]
  const inline = [...rest.matchAll(new RegExp(`(?<![\\w:$])(?:${names.join('|')})(?:::\\w+)+`, 'g'))].map(([path]) => ({ parts: path.split('::') }))
  for (const { parts, shown } of [...module.uses, ...inline]) {
    const path = absolute(module, parts)
    const target = path && resolved(path)
    if (!target || target.file === module.file || isTest(target.file)) continue
    // A folder that shows what its files define does not use it.
    const inside = path.slice(0, module.path.length + 1).join('::') === [module.crate, ...module.path].join('::')
    if (shown && inside) continue
    const key = `${module.file} → ${target.file}`
    const arrow = arrows.get(key) ?? { from: module.file, to: target.file, way: new Set(), written: parts.join('::') }
    target.way.forEach((file) => arrow.way.add(file))
    arrows.set(key, arrow)
  }
}

const listed = process.argv.indexOf('--list')
if (listed > 0) {
  for (const { from, to } of arrows.values()) if (from.startsWith(process.argv[listed + 1])) console.log(`${from} → ${to}`)
  process.exit(0)
}

const within = (file, folder) => file === `${folder}.rs` || file.startsWith(`${folder}/`)
const refused = new Map()
for (const { from, to, way, written } of arrows.values()) {
  for (const [folder, target] of forbidden) {
    if (!within(from, folder)) continue
    const crate = folder.slice(0, folder.indexOf('/src') + 4)
    const reaches = target === '!' ? (file) => within(file, crate) && !within(file, folder) : (file) => within(file, target)
    if ([...way].some(reaches)) refused.set(`${from} → ${to}`, `${folder} must not use ${target === '!' ? 'anything outside itself' : target} (${written})`)
  }
}

// Circles: the strongly connected components of the graph (Tarjan).
const uses = new Map()
for (const { from, to } of arrows.values()) {
  for (const file of [from, to]) if (!uses.has(file)) uses.set(file, [])
  uses.get(from).push(to)
}
const number = new Map()
const lowest = new Map()
const stack = []
const visit = (file) => {
  number.set(file, number.size)
  lowest.set(file, number.get(file))
  stack.push(file)
  for (const next of uses.get(file)) {
    if (!number.has(next)) visit(next)
    if (stack.includes(next)) lowest.set(file, Math.min(lowest.get(file), lowest.get(next)))
  }
  if (lowest.get(file) < number.get(file)) return
  const circle = stack.splice(stack.indexOf(file)).sort()
  if (circle.length > 1) refused.set(circle.join(' ↔ '), 'a circle')
}
for (const file of uses.keys()) if (!number.has(file)) visit(file)

const open = [...refused].filter(([arrow]) => !allowed.includes(arrow))
for (const [arrow, why] of open) console.error(`${arrow}: ${why}`)
const stale = allowed.filter((arrow) => !refused.has(arrow))
for (const arrow of stale) console.error(`${arrow}: is not there any more; take it off the list in .ci/check-arrows.mjs`)
console.log(`${arrows.size} arrows between ${modules.size} files, ${open.length} of them forbidden, ${allowed.length} still allowed`)
process.exit(open.length + stale.length > 0 || arrows.size === 0 ? 1 : 0)
