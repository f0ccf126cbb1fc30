// Puts the hash of its content into the name of each file of the site, so that browsers may keep
// it for good, and writes hash.txt, from which the server learns the names. Usage: hash.mjs SITE
import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const site = process.argv[2]
const pkg = join(site, 'pkg')

function rename(name, kind) {
  const content = readFileSync(join(pkg, `${name}.${kind}`))
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16)
  renameSync(join(pkg, `${name}.${kind}`), join(pkg, `${name}.${hash}.${kind}`))
  return hash
}

// The script of every page loads these by their names.
const script = join(pkg, 'baton.js')
for (const name of ['baton-length', 'baton-locks', 'baton-review']) {
  const hash = rename(name, 'js')
  writeFileSync(script, readFileSync(script, 'utf8').replaceAll(`${name}.js`, `${name}.${hash}.js`))
}
const lines = [['baton', 'css'], ['baton-admin', 'css'], ['baton', 'js'], ['baton-progress', 'js']]
  .map(([name, kind]) => `${name}.${kind}: ${rename(name, kind)}`)
for (const program of ['baton-texter', 'baton-admin']) {
  const wasm = rename(program, 'wasm')
  // The glue names the module as its default. It is told the address anyway, but a name that leads
  // nowhere would mislead; and the glue's own hash has to follow the module's.
  const glue = join(pkg, `${program}.js`)
  writeFileSync(glue, readFileSync(glue, 'utf8').replaceAll(`${program}_bg.wasm`, `${program}.${wasm}.wasm`))
  lines.push(`${program}.wasm: ${wasm}`, `${program}.js: ${rename(program, 'js')}`)
}
writeFileSync(join(site, 'hash.txt'), `${lines.join('\n')}\n`)
