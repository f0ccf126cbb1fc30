// Puts the hash of its content into the name of each file of the site, so that browsers may keep
// it for good, and writes hash.txt, from which Leptos learns the names. Usage: hash.mjs SITE
import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const site = process.argv[2]
const pkg = join(site, 'pkg')

function rename(kind) {
  const content = readFileSync(join(pkg, `baton.${kind}`))
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16)
  renameSync(join(pkg, `baton.${kind}`), join(pkg, `baton.${hash}.${kind}`))
  return hash
}

const wasm = rename('wasm')
// The glue names the module as its default. It is told the address anyway, but a name that leads
// nowhere would mislead; and the glue's own hash has to follow the module's.
const glue = join(pkg, 'baton.js')
writeFileSync(glue, readFileSync(glue, 'utf8').replaceAll('baton_bg.wasm', `baton.${wasm}.wasm`))
const js = rename('js')
const css = rename('css')

writeFileSync(join(site, 'hash.txt'), `js: ${js}\nwasm: ${wasm}\ncss: ${css}\n`)
