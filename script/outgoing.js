// What is being sent while the next page is shown already: whether it went, and what did not.

import { keep } from './kept.js'
import { reader } from './typed.js'

const UNSENT = 'unsent:'

// The notice on the page says that the text was sent. Until that is so it says that it is being sent.
export function showSending() {
  const notice = document.getElementById('sent-notice')
  if (!notice) return
  notice.dataset.sent = notice.textContent
  notice.textContent = document.documentElement.dataset.sending
}

function showSent() {
  /** @type {HTMLElement | null} */
  const notice = document.querySelector('[data-sent]')
  if (!notice) return
  notice.textContent = notice.dataset.sent
  delete notice.dataset.sent
}

// The list of what was not sent outlives the pages, until each is looked at.
function unsentList() {
  hideUnsentOfOthers()
  const id = 'unsent'
  const list = document.getElementById(id)
  if (list && !list.hidden) return list
  list?.remove()
  const own = keep(Object.assign(document.createElement('div'), { id, className: 'unsent', role: 'alert' }))
  own.dataset.reader = reader() ?? ''
  return own
}

// It is nobody else's.
export function hideUnsentOfOthers() {
  const list = document.getElementById('unsent')
  if (list) list.hidden = list.dataset.reader !== (reader() ?? '')
}

// Says that a text was not sent, with the way back to it. The text is kept for its writer, whether or not the server has it.
function showUnsent(sentence, path, link, text) {
  document.querySelector('[data-sent]')?.remove()
  sessionStorage.setItem(UNSENT + path, JSON.stringify({ reader: reader(), text }))
  const line = document.createElement('p')
  line.className = 'notice notice-error'
  line.dataset.path = path
  const back = Object.assign(document.createElement('a'), { href: path, textContent: link })
  line.append(`${sentence} `, back)
  unsentList().append(line)
}

// Puts a text that was not sent back into the box that it was written in, before the program is there to take it in.
export function restoreUnsent() {
  const path = location.pathname
  const line = document.querySelector(`#unsent [data-path="${path}"]`)
  const kept = JSON.parse(sessionStorage.getItem(UNSENT + path))
  /** @type {HTMLTextAreaElement | null} */
  const box = document.querySelector('textarea#reply')
  if (kept && kept.reader !== reader()) return
  if (kept && !box) {
    // Nothing can be sent from here any more. Its writer can still copy it.
    line?.replaceChildren(`${line.firstChild?.textContent ?? ''}${document.documentElement.dataset.youWrote} “${kept.text}”`)
    return
  }
  line?.remove()
  if (!kept) return
  sessionStorage.removeItem(UNSENT + path)
  box.value = kept.text
}

// What the program calls.
Object.assign(window, { baton: { showSent, showUnsent } })
