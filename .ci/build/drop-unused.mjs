// Takes out of the module what no page can use, before wasm-opt looks for what only that needed. Usage:
// drop-unused.mjs MODULE SCRIPT
//
//   - What the standard library does to say why it panics. Nothing shows it: a panic of the program ends in a trap, of
//     which the console has the stack, and it still does.
//   - Exports that nothing calls: Leptos makes one of each island, but Baton hydrates them by `hydrate`; and the
//     streams of server functions are exported whether or not one streams. What only such an export would run stays in
//     the table of functions, where wasm-opt cannot see that nothing calls it.
//   - What values look like to who debugs, and what libraries say of their errors: only panics and logs would print it,
//     and what is said to people is an `AppError`. Such a function writes nothing, and says that it did.
//
//   - The standard library's allocator, beside the program's own (frontend/src/lib.rs): `std::thread` has it make one block,
//     the name and number of the only thread there is. It asks the program's own for it, and never gives it back.
//
// Together twelve kilobytes of the download.
import { readFileSync, writeFileSync } from 'node:fs'
import { binaryen, exportsOf, functionsOf, readModule, writeModule } from './wasm-module.mjs'

const panics = /^(core|alloc|std|__rustc)\[.*(panic\w*|rust_begin_unwind|_failed|_fail|_fail_rt|capacity_overflow|handle_error|handle_alloc_error)\b/
const debug = / as core\[\w+\]::fmt::Debug>::fmt$|^<?core\[\w+\]::fmt::builders::/
const errors = /^<&?(?!app\b)\w+\[\w+\]::[\w:]*Error(Code|Impl)? as core\[\w+\]::fmt::Display>::fmt/
const islands = /^[A-Z]\w*_\d+$/
const allocator = /^<dlmalloc\[\w+\]::dlmalloc::Dlmalloc<.*>>::(malloc|memalign|free)$/
const streams = /^(__wbg_)?intounderlying(bytesource|source|sink)_/
const streaming = /\bwasm_streams\[\w+\]::/

const [file, script] = process.argv.slice(2)
const module = readModule(file)
const count = { panics: 0, words: 0, islands: 0, streams: 0, streaming: 0, allocations: 0 }
const { i32 } = binaryen
const [own] = functionsOf(module).filter(({ name }) => /^__rustc\[\w+\]::__rust_alloc$/.test(name))
if (own?.params !== binaryen.createType([i32, i32])) throw new Error('the program has no allocator of its own')
const allocate = (size, alignment) => module.call(own.name, [size, alignment], i32)
const parameter = (index) => module.local.get(index, i32)
// Each with what it takes and what stands for it.
const allocations = {
  malloc: [[i32], () => allocate(parameter(0), module.i32.const(8))],
  memalign: [[i32, i32], () => allocate(parameter(1), parameter(0))],
  free: [[i32], () => module.nop()],
}

for (const { name, base, params, results, reference } of functionsOf(module)) {
  if (base) {
    if (/intounderlying\w+_new/.test(base)) throw new Error(`${base}: a stream is used, and its exports are needed`)
    continue
  }
  const fn = binaryen.Function(reference)
  if ((debug.test(name) || errors.test(name)) && results === binaryen.i32) {
    fn.body = module.i32.const(0)
    count.words += 1
    continue
  }
  if (streaming.test(name)) {
    fn.body = module.unreachable()
    count.streaming += 1
    continue
  }
  const [, allocation] = allocator.exec(name) ?? []
  if (allocation) {
    const [takes, instead] = allocations[allocation]
    if (params !== binaryen.createType(takes)) throw new Error(`${name} takes other parameters`)
    fn.body = instead()
    count.allocations += 1
    continue
  }
  const returns = results !== binaryen.none || binaryen.getExpressionType(fn.body) !== binaryen.unreachable
  if (returns || !panics.test(name)) continue
  fn.body = module.unreachable()
  count.panics += 1
}
for (const { name } of exportsOf(module)) {
  const kind = islands.test(name) ? 'islands' : streams.test(name) ? 'streams' : undefined
  if (!kind) continue
  module.removeExport(name)
  count[kind] += 1
}
for (const [kind, found] of Object.entries(count)) {
  if (found === 0) throw new Error(`no ${kind} in ${file}: the names have changed`)
}
writeModule(module, file)

// By these lines the classes of the streams look used to whoever packs the script.
const disposal = /^if \(Symbol\.dispose\) IntoUnderlying.*\n/gm
writeFileSync(script, readFileSync(script, 'utf8').replace(disposal, ''))
