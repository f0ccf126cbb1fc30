// Whether each sentence is said: every message of `app/sentences/text/en` is a function, which some code has to call,
// as `island::…`, `admin::…` or `page::…`, other than a test or a comment. That one is missing, or not translated, the
// compiler says. And whether a thing has one word everywhere, readers are addressed in one way, and the script has no
// words of its own in quotes. The build of the site asks it too (`.ci/build/site`), where there need not be a git.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const read = (file) => readFileSync(join(root, file), 'utf8')
/** The files under a folder whose names end so, in order. */
const files = (folder, end) =>
  readdirSync(join(root, folder), { encoding: 'utf8', recursive: true })
    .filter((name) => name.endsWith(end))
    .map((name) => `${folder}/${name}`)
    .sort()

// What tests and comments name is not said to anybody.
const TESTS = /(^|\/)(tests?|testing)(\/|\.rs$)|_tests?\.rs$/
const TEST_MODULE = /^#\[cfg\((?:test|all\(test\b.*\))\)\]\n(?:#\[.*\]\n)*(?:pub(?:\(.*\))? )?mod \w+ \{\n[^]*?^\}/gm
const COMMENT = /(^|\s)\/\/.*/gm
const called = new Set()
for (const file of [...files('app/src', '.rs'), ...files('server', '.rs')].filter((file) => !TESTS.test(file))) {
  const code = read(file).replace(TEST_MODULE, '').replace(COMMENT, '')
  for (const [name] of code.matchAll(/\b(?:island|admin|page)::[a-z][a-z0-9_]*\b/g)) called.add(name)
}
const unused = files('app/sentences/text/en', '.ftl').flatMap((file) => {
  const folder = file.split('/').at(-2)
  const ids = [...read(file).matchAll(/^([a-z][a-z0-9-]*) =/gm)].map(([, id]) => id)
  return ids.filter((id) => !called.has(`${folder}::${id.replaceAll('-', '_')}`)).map((id) => `${file}: ${id}`)
})
for (const line of unused) console.error(line)
if (unused.length > 0) {
  console.error('These sentences are not said anywhere: delete them, in every language.')
  process.exit(1)
}

// What is said in two ways otherwise, and what to say. A reader of Spanish is `tú`.
const THOUSANDS = [/(?<![\d,+-])\b\d{4,}\b(?!-)/, 'with a comma between thousands']
const WORDS = {
  en: [
    [/\b(no|some|every)body\b/i, 'no one, someone, everyone'],
    [/\bcancell(ed|ing)\b/i, 'canceled, canceling'],
    THOUSANDS,
  ],
  es: [
    [/\busted(es)?\b|(^|[.,;:] )(y )?(elija|indique|mire|omita|busque|cargue|importe|cambie|quite|compruebe|use|escriba|revise|inténtelo|guarde|agregue|añada)\b/i, 'tú: elige, busca'],
    [/\bañad/i, 'agregar'],
    [/\bsolicit(ar|e|en)\b/i, 'pedir'],
    [/\brespond(er|es|as|a|e|en|ido)\b/i, 'contestar'],
    [/\blevant\w+ (la|esta|una|su) baja\b/i, 'anular la baja'],
    [/\bmóvil(es)?\b/i, 'celular'],
    [/\brevisión de mensajes\b/, 'Revisión de mensajes, as the page is called'],
    [/\b(a|desde|hasta|después de) las \{/, 'a time of day without an article, which is another at one o’clock'],
    [/[“”]/, '« »'],
    THOUSANDS,
  ],
}
const misworded = Object.entries(WORDS).flatMap(([language, words]) =>
  files(`app/sentences/text/${language}`, '.ftl').flatMap((file) =>
    read(file).split('\n').flatMap((line, index) => {
      // Neither a comment nor the name of a message or of an argument is read, and numbers of phones have no thousands.
      const said = line.replace(/^#.*|^[a-z][a-z0-9-]* = ?|\$[a-z-]+|`[^`]*`|\+\d[\d ]+/g, '')
      return words.filter(([word]) => word.test(said)).map(([, right]) => `${file}:${index + 1}: say ${right}: ${said.trim()}`)
    })))
for (const line of misworded) console.error(line)

// What the script of a page says comes from the page, with the quotation marks of its language.
const quoted = files('script', '.js').flatMap((file) =>
  read(file).split('\n').flatMap((line, index) => {
    const code = line.replace(/(^|\s)\/\/.*/, '')
    return /[“”«»]/.test(code) ? [`${file}:${index + 1}: quotation marks belong into a sentence of app/sentences/text: ${code.trim()}`] : []
  }))
for (const line of quoted) console.error(line)
if (misworded.length + quoted.length > 0) process.exit(1)
