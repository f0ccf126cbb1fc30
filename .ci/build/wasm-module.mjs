// Reads and writes a compiled module, for the scripts that change it after the compiler.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

// The npm package that wasm-opt comes with.
const packages = createRequire(new URL('../../end2end/package.json', import.meta.url))
export const { default: binaryen } = await import(pathToFileURL(packages.resolve('binaryen')).href)

const { Features } = binaryen
// What rustc emits for this target; with more, the module that is written would have what wasm-opt is not told about.
const features = [
  Features.MutableGlobals, Features.NontrappingFPToInt, Features.BulkMemory, Features.BulkMemoryOpt, Features.SignExt,
  Features.ReferenceTypes, Features.CallIndirectOverlong, Features.Multivalue,
].reduce((all, one) => all | one)

export function readModule(file) {
  const module = binaryen.readBinary(new Uint8Array(readFileSync(file)))
  module.setFeatures(features)
  return module
}

// Its functions: those that it imports have a `module` and a `base`, the name there.
export function functionsOf(module) {
  return Array.from({ length: module.getNumFunctions() }, (_, index) => {
    const reference = module.getFunctionByIndex(index)
    return { reference, ...binaryen.getFunctionInfo(reference) }
  })
}

export function exportsOf(module) {
  return Array.from({ length: module.getNumExports() }, (_, index) => binaryen.getExportInfo(module.getExportByIndex(index)))
}

export function writeModule(module, file) {
  if (!module.validate()) throw new Error(`${file} is not valid any more`)
  writeFileSync(file, module.emitBinary())
}
