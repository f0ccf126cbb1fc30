// The functions that the WASM and the JavaScript glue have of each other are called by long names, most with a hash of 16
// letters, which no compression makes smaller. Here each gets a short one, in both files. It saves two kilobytes of the
// download. Usage: shorten-names.mjs MODULE SCRIPT
import { readFileSync, writeFileSync } from 'node:fs'
import { binaryen, exportsOf, functionsOf, readModule, writeModule } from './wasm-module.mjs'

const [file, script] = process.argv.slice(2)
const module = readModule(file)
const short = new Map()

for (const { name, module: glue, base, params, results } of functionsOf(module)) {
  if (!base) continue
  short.set(base, `i${short.size.toString(36)}`)
  // Of a function that is there it changes only where it comes from.
  module.addFunctionImport(name, glue, short.get(base), params, results)
}
for (const { kind, name, value } of exportsOf(module)) {
  if (kind !== binaryen.ExternalFunction || !/__/.test(name) || name === '__wbindgen_start') continue
  short.set(name, `e${short.size.toString(36)}`)
  module.removeExport(name)
  module.addFunctionExport(value, short.get(name))
}

const found = new Set()
const renamed = readFileSync(script, 'utf8').replace(/\b\w+\b/g, (word) => {
  if (short.has(word)) found.add(word)
  return short.get(word) ?? word
})
for (const name of short.keys()) {
  if (!found.has(name)) throw new Error(`${name} is not in ${script}`)
}
writeFileSync(script, renamed)
writeModule(module, file)
