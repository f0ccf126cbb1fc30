// The page that shows how far a bulk action is (`server/src/http/bulk_progress.rs`). It is fetched again each second, and only
// what it says now takes the place of what it said before: the focus stays, and a screen reader does not begin anew. Once there
// is no more to show, the server leads to what came of it. Without this script the browser loads the page again.

import { withinLimit } from './load.js'

const PAUSE_MS = 1_000
// Without a connection.
const RETRY_MS = 5_000

const lost = document.getElementById('lost')

function show(page) {
  const [bar, other] = [document, page].map((of) => of.querySelector('progress'))
  const value = other?.getAttribute('value')
  // Without a value nobody knows how long it takes.
  if (value) bar.setAttribute('value', value)
  else bar.removeAttribute('value')
  for (const part of document.querySelectorAll('[data-part]')) {
    const now = page.getElementById(part.id)
    if (!now || now.innerHTML === part.innerHTML) continue
    const hadFocus = part.contains(document.activeElement)
    part.replaceChildren(...now.childNodes)
    // Its button is gone, and the focus is not left to nobody.
    if (hadFocus) document.querySelector('main').focus()
  }
}

async function update(signal) {
  const response = await fetch(location.href, { headers: { accept: 'text/html' }, signal })
  if (response.status >= 500) throw new Error(response.statusText)
  // It is over, or its reader may not see it any more.
  if (response.redirected || !response.ok) return { elsewhere: response.url }
  return { page: new DOMParser().parseFromString(await response.text(), 'text/html') }
}

// Whoever follows a link or presses a button goes where that leads.
let isLeft = false
document.addEventListener('submit', () => { isLeft = true })
document.addEventListener('click', ({ target }) => { isLeft ||= target instanceof Element && target.closest('a') !== null })

async function follow() {
  const answer = await withinLimit(undefined, update).catch(() => undefined)
  if (isLeft) return
  lost.hidden = Boolean(answer)
  if (answer?.elsewhere) {
    location.replace(answer.elsewhere)
    return
  }
  if (answer) show(answer.page)
  setTimeout(follow, answer ? PAUSE_MS : RETRY_MS)
}

setTimeout(follow, PAUSE_MS)
