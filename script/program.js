// The program (WASM). It is loaded with the first page that has one, and stays while pages come and go.

import { hideNotLoaded, showNotLoaded } from './failure.js'
import { letGo } from './let-go.js'
import { hasStyles } from './styles.js'

// For so long it waits for the browser to have nothing better to do.
const IDLE_MS = 2_000

// What its files must be there within, on a slow line too.
const LOAD_LIMIT_MS = 60_000

// What a browser needs that has no locks, by the name that it has when it is built (`.ci/build/hash.mjs`).
const LOCKS = '/pkg/baton-locks.js'

// What the page of Message Review does besides, as it is built.
const REVIEW = '/pkg/baton-review.js'

// The program, once it is there.
export let running
let isStarted = false
let attempts = 0

// The links to its files: the script that loads the module, the module, and what it says.
/** @returns {NodeListOf<HTMLLinkElement>} */
function programLinks(page) {
  return page.querySelectorAll('link:is([rel=modulepreload], [rel=preload][as=fetch])')
}

async function fetchText(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} cannot be loaded`)
  return response.text()
}

async function load(script, module, sentences) {
  // A browser may keep that an address could not be loaded, but not for this one with another fragment.
  const [program, said] = await Promise.all([
    import(`${script.href}#${attempts}`),
    fetchText(sentences.href),
    // Without it each window has a connection of its own.
    navigator.locks ?? import(LOCKS).catch(() => {}),
  ])
  await program.default({ module_or_path: module.href })
  program.take_sentences(said)
  return program
}

async function start(...files) {
  const late = new Error('It takes too long.')
  const limit = new Promise((_, fail) => { setTimeout(fail, LOAD_LIMIT_MS, late) })
  try {
    running = await Promise.race([load(...files), limit])
    hideNotLoaded()
    // Those of the page that is shown by now.
    running.hydrate()
  } catch (error) {
    console.error(error)
    // What is said moves the page.
    await letGo()
    isStarted = false
    // Not where the browser cannot run it.
    if (error === late || error instanceof TypeError) showNotLoaded()
  }
}

// Loads the program of the document, if it has one that is not there yet. Pages work without it; if it cannot be
// loaded, that is said, and it is tried again with the next page, and when there is a connection again. And the script of the
// page that has its own.
export function loadProgram() {
  if (document.querySelector('.review')) import(REVIEW).catch(() => {})
  const [script, module, sentences] = programLinks(document)
  if (!script || !module || !sentences || isStarted) return
  isStarted = true
  attempts += 1
  if (window.requestIdleCallback) requestIdleCallback(() => start(script, module, sentences), { timeout: IDLE_MS })
  else start(script, module, sentences)
}

// Whether the document can show a page: it has the same version of Baton, the language of the page, and the program that
// the page needs, or none yet.
export function canShow(page) {
  const version = (of) => [of.querySelector('script[src]')?.getAttribute('src'), of.documentElement.lang].join(' ')
  const [current, needed] = [document, page].map((of) => [...programLinks(of)].map((link) => link.getAttribute('href')).join(' '))
  return version(page) === version(document) && hasStyles(page) && (!current || !needed || current === needed)
}

// Takes the program of a page, if the document has none yet.
export function takeProgram(page) {
  if (programLinks(document).length === 0) document.head.append(...programLinks(page))
  loadProgram()
}

window.addEventListener('online', loadProgram)
