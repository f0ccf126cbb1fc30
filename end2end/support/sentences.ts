// What Baton says, by the files from which it is built.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

const root = join(import.meta.dirname, '../../app/sentences/text')

/** The sentences of a language as their files have them, by their folders and names. */
function all(language: 'en' | 'es'): Map<string, string> {
  const sentences = new Map<string, string>()
  for (const folder of ['island', 'admin', 'page']) {
    for (const name of readdirSync(join(root, language, folder))) {
      const file = readFileSync(join(root, language, folder, name), 'utf8')
      // A name, and what is indented below it.
      for (const [, id, text] of file.matchAll(/^([a-z][a-z0-9-]*) = ?(.*(?:\n .*)*)/gm)) sentences.set(`${folder}/${id}`, text ?? '')
    }
  }
  return sentences
}

/** The sentences of a language without variables, by their names. */
export function sentences(language: 'en' | 'es'): Map<string, string> {
  const plain = [...all(language)].filter(([, words]) => !/[{}\n]/.test(words))
  return new Map(plain.map(([name, words]) => [name.split('/')[1] ?? name, words]))
}

/** A sentence as an expression: anything stands for a variable, and each variant for a choice by one. */
function pattern(text: string): string {
  let rest = text
  const take = (length: number) => {
    const taken = rest.slice(0, length)
    rest = rest.slice(length)
    return taken
  }
  const placeable = (): string => {
    const end = rest.search(/->|\}/)
    const isChoice = rest.startsWith('->', end)
    take(end + (isChoice ? 2 : 1))
    if (!isChoice) return '.+?'
    const variants: string[] = []
    for (;;) {
      const next = rest.search(/[\]}]/)
      if (take(next + 1).endsWith('}')) return `(?:${variants.join('|')})`
      take(rest.startsWith(' ') ? 1 : 0)
      variants.push(parts(true))
    }
  }
  const parts = (isVariant: boolean): string => {
    let source = ''
    while (rest !== '' && !(isVariant && rest.startsWith('\n'))) {
      if (rest.startsWith('{')) {
        take(1)
        source += placeable()
      } else {
        source += take(Math.max(1, rest.search(isVariant ? /[{\n]|$/ : /\{|$/))).replace(/[$()*+.?[\\\]^|]/g, '\\$&')
      }
    }
    return source
  }
  return parts(false).trim()
}

/** The English sentences that can be read on a page, with whatever variables, though there are Spanish ones. */
export async function englishOn(page: Page): Promise<string[]> {
  const spanish = all('es')
  const patterns = [...all('en')].flatMap(([name, words]) => {
    const [english, other] = [pattern(words), pattern(spanish.get(name) ?? '')]
    // Without variables, or with a word beside them.
    const tells = !english.includes('.+?') || /\p{L}{2}/u.test(english)
    return english !== other && tells ? [{ english: new RegExp(`^${english}$`), other: new RegExp(`^${other}$`) }] : []
  })
  const shown = await page.evaluate(() => {
    const words: string[] = [document.title]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) if (walker.currentNode.parentElement?.closest('script') === null) words.push(walker.currentNode.textContent?.trim() ?? '')
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      for (const name of ['aria-label', 'placeholder', 'title']) words.push(element.getAttribute(name) ?? '')
    }
    return words
  })
  const said = [...new Set(shown.map((words) => words.replace(/ · Baton$/, '')))]
  return said.filter((words) => patterns.some(({ english, other }) => english.test(words) && !other.test(words)))
}
