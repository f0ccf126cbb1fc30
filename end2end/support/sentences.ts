// What Baton says, by the files from which it is built.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

const root = join(import.meta.dirname, '../../app/sentences/text')

/** The sentences of a language without variables, by their folders and names. */
function all(language: 'en' | 'es'): [string, string][] {
  return ['island', 'admin', 'page'].flatMap((folder) => {
    const files = readdirSync(join(root, language, folder)).map((file) => readFileSync(join(root, language, folder, file), 'utf8'))
    return files.flatMap((file) => file.split('\n')).flatMap((line): [string, string][] => {
      const [, id, words] = /^([a-z][a-z0-9-]*) = ([^{}]+)$/.exec(line) ?? []
      return id && words ? [[`${folder}/${id}`, words]] : []
    })
  })
}

/** The sentences of a language without variables, by their names. */
export function sentences(language: 'en' | 'es'): Map<string, string> {
  return new Map(all(language).map(([name, words]) => [name.split('/')[1] ?? name, words]))
}

/** The English sentences that can be read on a page, though there are Spanish ones. */
export async function englishOn(page: Page): Promise<string[]> {
  const spanish = new Map(all('es'))
  const english = all('en').filter(([name, words]) => spanish.get(name) !== words).map(([, words]) => words)
  const shown = await page.evaluate(() => {
    const words: string[] = [document.title]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) if (walker.currentNode.parentElement?.closest('script') === null) words.push(walker.currentNode.textContent?.trim() ?? '')
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      for (const name of ['aria-label', 'placeholder', 'title']) words.push(element.getAttribute(name) ?? '')
    }
    return words
  })
  return english.filter((words) => shown.includes(words) || shown.includes(`${words} · Baton`))
}
