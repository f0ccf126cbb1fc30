// The page that comes after a text is sent, fetched while the text is being written. It is fetched anew whenever the
// program hears of a change, because what comes next may have been released or taken meanwhile.

import { load } from './load.js'
import { isOf, pending, saved } from './pending.js'
import { canShow } from './program.js'

// A page is fetched anew when nothing has changed for so long: several changes are one.
const AHEAD_DELAY_MS = 100

// The page that was fetched, and the search for a newer one.
let ready
let looking

export function giveUpAhead() {
  looking?.abort()
  ready?.form.removeAttribute('data-ahead')
  looking = undefined
  ready = undefined
}

// `data-next` of a form is the address that leads to that page; once it is there, `data-ahead` is its own.
function lookAhead() {
  /** @type {HTMLFormElement | null} */
  const form = document.querySelector('form[data-next]')
  if (!form || !window.navigation) return
  looking?.abort()
  looking = new AbortController()
  const { signal } = looking
  setTimeout(() => fetchAhead(form, signal), ready ? AHEAD_DELAY_MS : 0)
}

async function fetchAhead(form, signal) {
  if (signal.aborted) return
  const before = pending()
  // What is being sent would still be what comes next, but for the header that names it (`requests.js`).
  const arrived = await load(new URL(form.dataset.next, location.href), null, signal).catch(() => undefined)
  if (signal.aborted) return
  ready = undefined
  delete form.dataset.ahead
  // Without it, whoever sends waits for the page.
  if (!arrived?.page || !canShow(arrived.page)) return
  if (!arrived.url.pathname.startsWith('/texts')) return
  if (isOf(arrived.url, before)) {
    // It may show an older draft than the one that was on its way.
    return saved(arrived.url).then(() => fetchAhead(form, signal), () => {})
  }
  ready = { form, ...arrived }
  form.dataset.ahead = arrived.url.href
}

// The page of this address, if it was fetched ahead and nothing of its conversation is on its way since; once, because
// its elements are moved.
export function takeAhead(address) {
  if (ready?.url.href !== address || isOf(address, pending())) return undefined
  const { url, page } = ready
  giveUpAhead()
  return { url, page }
}

window.addEventListener('ahead', lookAhead)
