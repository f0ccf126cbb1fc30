// Writes a .br and a .gz beside each file of the site: the best compression is too slow to be done
// per request, and costs nothing when it was done before. Usage: compress.mjs SITE
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const site = process.argv[2]
const worthIt = /\.(css|html|ico|js|json|svg|txt|wasm|webmanifest)$/
const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`

for (const name of readdirSync(site, { recursive: true })) {
  const file = join(site, name)
  if (name === 'hash.txt' || !worthIt.test(name) || !statSync(file).isFile()) continue
  const content = readFileSync(file)
  // Which size of block is best shows only when both are tried.
  const [brotli] = [constants.BROTLI_MIN_INPUT_BLOCK_BITS, 0].map((blockBits) => brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_LGBLOCK]: blockBits,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  })).sort((one, other) => one.length - other.length)
  const gzip = gzipSync(content, { level: 9 })
  writeFileSync(`${file}.br`, brotli)
  writeFileSync(`${file}.gz`, gzip)
  console.error(`    ${name}: ${kilo(content.length)}, brotli ${kilo(brotli.length)}, gzip ${kilo(gzip.length)}`)
}
