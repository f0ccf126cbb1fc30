// Whether each sentence is said: every message of `app/sentences/text/en` is a function, which some code has to call,
// as `island::…`, `admin::…` or `page::…`. That one is missing, or not translated, the compiler says. And whether a
// thing has one word everywhere, readers are addressed in one way, and the script has no words of its own in quotes.
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

// What is said in two ways otherwise, and what to say. A reader of Spanish is `tú`.
const THOUSANDS = [/(?<![\d,+-])\b\d{4,}\b(?!-)/, 'with a comma between thousands']
const WORDS = {
  en: [
    [/\b(no|some|every)body\b/i, 'no one, someone, everyone'],
    THOUSANDS,
  ],
  es: [
    [/\busted(es)?\b|(^|[.,;:] )(y )?(elija|indique|mire|omita|busque|cargue|importe|cambie|quite|compruebe|use|escriba|revise|inténtelo|guarde|agregue|añada)\b/i, 'tú: elige, busca'],
    [/\bañad/i, 'agregar'],
    [/\bsolicit(ar|e|en)\b/i, 'pedir'],
    [/\brespond(er|es|as|a|e|en|ido)\b/i, 'contestar'],
    [/\blevant\w+ (la|esta|una|su) baja\b/i, 'anular la baja'],
    [/\bmóvil(es)?\b/i, 'celular'],
    [/[“”]/, '« »'],
    THOUSANDS,
  ],
}
const misworded = Object.entries(WORDS).flatMap(([language, words]) =>
  tracked(`app/sentences/text/${language}/*.ftl`).flatMap((file) =>
    read(file).split('\n').flatMap((line, index) => {
      // Neither a comment nor the name of a message or of an argument is read, and numbers of phones have no thousands.
      const said = line.replace(/^#.*|^[a-z][a-z0-9-]* = ?|\$[a-z-]+|`[^`]*`|\+\d[\d ]+/g, '')
      return words.filter(([word]) => word.test(said)).map(([, right]) => `${file}:${index + 1}: say ${right}: ${said.trim()}`)
    })))
for (const line of misworded) console.error(line)

// What the script of a page says comes from the page, with the quotation marks of its language.
const quoted = tracked('script/*.js').flatMap((file) =>
  read(file).split('\n').flatMap((line, index) => {
    const code = line.replace(/(^|\s)\/\/.*/, '')
    return /[“”«»]/.test(code) ? [`${file}:${index + 1}: quotation marks belong into a sentence of app/sentences/text: ${code.trim()}`] : []
  }))
for (const line of quoted) console.error(line)
if (misworded.length + quoted.length > 0) process.exit(1)
