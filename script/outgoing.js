// What is on its way while another page is shown already: whether a text was sent, and what did not arrive.

import { keep } from './kept.js'
import { isOf, pending } from './pending.js'
import { reader, replyBox, youWrote } from './typed.js'

const currentReader = () => reader() ?? ''
const KEPT = 'not-sent:'
const keyOf = (writer, path) => `${KEPT}${writer}:${path}`

// The notice on the page says that the text was sent. Until that is so it says that it is being sent.
export function showSending() {
  const notice = document.getElementById('sent-notice')
  if (!notice) return
  notice.dataset.sent = notice.textContent
  notice.textContent = document.documentElement.dataset.sending
}

// Who goes back, or loads the page again, has not just sent anything.
export function hideSentNotice() {
  document.getElementById('sent-notice')?.remove()
}

export function showSent() {
  /** @type {HTMLElement | null} */
  const notice = document.querySelector('[data-sent]')
  if (!notice) return
  notice.textContent = notice.dataset.sent
  delete notice.dataset.sent
}

// The list of what did not arrive outlives the pages, until each is looked at.
function unsentList() {
  const id = 'unsent'
  return document.getElementById(id) ?? keep(Object.assign(document.createElement('div'), { id, className: 'unsent', role: 'alert' }))
}

/** @returns {NodeListOf<HTMLElement>} */
const unsentLines = () => document.querySelectorAll('#unsent > *')
const unsentLine = (writer, path) => [...unsentLines()].find((line) => line.dataset.reader === writer && line.dataset.path === path)

// It is nobody else's.
export function hideUnsentOfOthers() {
  for (const line of unsentLines()) line.hidden = line.dataset.reader !== currentReader()
}

// Who writes in the box that is shown, to whom, and what. It is noted when a text goes off: by the time that it fails
// somebody else may have signed in.
export function noteWriting() {
  const { box, conversation } = replyBox()
  const name = document.querySelector('h1')?.textContent ?? ''
  return { writer: currentReader(), name, path: `/texts/${conversation}`, text: box.value }
}

// Sent again from the page on which it was not sent, it is no more what was not.
window.addEventListener('submit', (event) => {
  const reply = replyBox()
  if (!reply || event.target !== reply.form) return
  const place = [currentReader(), `/texts/${reply.conversation}`]
  unsentLine(...place)?.remove()
  sessionStorage.removeItem(keyOf(...place))
})

// Says that a text was not sent and why, or, without a reason, that a draft was not saved, with the way back to it. It is
// kept for its writer, whether or not the server has it. Returns whether that is who reads the page.
export function showUnsent({ writer, name, path, text }, why) {
  // Of a draft only what goes off last counts, which may be the text that it has become.
  if (!why && isOf(path, pending())) return false
  if (why) document.querySelector('[data-sent]')?.remove()
  sessionStorage.setItem(keyOf(writer, path), JSON.stringify({ writer, name, path, text, why }))
  unsentLine(writer, path)?.remove()
  return addLine({ writer, name, path, why })
}

function addLine({ writer, name, path, why }) {
  const line = document.createElement('p')
  line.className = 'notice notice-error'
  Object.assign(line.dataset, { path, reader: writer })
  const { textNotSent, draftNotSaved, backTo } = document.documentElement.dataset
  const say = (sentence) => sentence.replace(/{(name|why)}/g, (_, key) => ({ name, why })[key])
  const back = Object.assign(document.createElement('a'), { href: path, textContent: say(backTo) })
  line.append(say(why ? textNotSent : draftNotSaved), ' ', back)
  unsentList().append(line)
  hideUnsentOfOthers()
  return !line.hidden
}

// Puts a text that did not arrive back into the box that it was written in, before the program is there to take it in.
export function restoreUnsent() {
  const path = location.pathname
  const line = unsentLine(currentReader(), path)
  const key = keyOf(currentReader(), path)
  const kept = sessionStorage.getItem(key)
  /** @type {HTMLTextAreaElement | null} */
  const box = document.querySelector('textarea#reply')
  const { text } = kept ? JSON.parse(kept) : {}
  sessionStorage.removeItem(key)
  if (kept && !box) {
    // Nothing can be sent from here any more. Its writer can still copy it.
    line?.replaceChildren(line.firstChild ?? '', ` ${youWrote(text)}`)
    return
  }
  line?.remove()
  if (kept) box.value = text
}

// After the document was loaded: what was said in the one before.
export function restoreLines() {
  for (const [key, kept] of Object.entries(sessionStorage)) {
    if (key.startsWith(KEPT)) addLine(JSON.parse(kept))
  }
}
