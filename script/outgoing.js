// What is on its way while another page is shown already: whether a text was sent, and what did not arrive.

import { keep } from './kept.js'
import { load } from './load.js'
import { isOf, pending, sending } from './pending.js'
import { reader, replyBox, youWrote } from './typed.js'

const root = document.documentElement
const currentReader = () => reader() ?? ''
const KEPT = 'not-sent:'
const keyOf = ({ writer, path }) => `${KEPT}${writer}:${path}`

// The notice on the page says that the text was sent. Until that is so it says that it is being sent.
export function showSending() {
  const notice = document.getElementById('sent-notice')
  if (!notice) return
  notice.dataset.sent = notice.textContent
  notice.textContent = root.dataset.sending
}

// Who goes back, or loads the page again, has not just sent or done anything.
export function hideSentNotice() {
  document.querySelector('#sent-notice, #done-notice')?.remove()
}

// A text was sent.
export function showSent(noted) {
  end(noted)
  forget(noted)
  /** @type {HTMLElement | null} */
  const notice = document.querySelector('[data-sent]')
  // It is about all that are still on their way.
  if (!notice || sending().some(Boolean)) return
  notice.textContent = notice.dataset.sent
  delete notice.dataset.sent
}

// The list of what did not arrive outlives the pages, until each is looked at or put away.
const unsent = keep(Object.assign(document.createElement('div'), { className: 'unsent', role: 'alert' }))
const unsentLine = ({ writer, path }) => [...unsent.children].find((line) => line.dataset.reader === writer && line.dataset.path === path)

// Whom somebody writes to stands below it (`style/pages/contact.css`).
new ResizeObserver(() => root.style.setProperty('--unsent', `${unsent.offsetHeight}px`)).observe(unsent)

// It is nobody else's.
export function hideUnsentOfOthers() {
  for (const line of unsent.children) line.hidden = line.dataset.reader !== currentReader()
}

// The last text that a page knows of its conversation, if it can send one.
const lastText = (page) => page.querySelector('.reply-box [name=last_text]')?.value ?? ''

// The texts on their way, by the addresses of their conversations.
const texts = new Map()

function end(noted) {
  if (texts.get(noted.path) === noted) texts.delete(noted.path)
}

// Who writes in the box that is shown, to whom, and what. It is noted when it goes off: by the time that it fails somebody
// else may have signed in. A text is kept from then on: the document may end before there is an answer.
export function noteWriting(isText) {
  const { box, conversation } = replyBox()
  const name = document.querySelector('h1')?.textContent ?? ''
  const noted = { writer: currentReader(), name, path: `/texts/${conversation}`, text: box.value, last: lastText(document), isText }
  if (!isText) return noted
  noted.box = box
  texts.set(noted.path, noted)
  forget(noted)
  store(noted)
  return noted
}

function store(noted) {
  try {
    sessionStorage.setItem(keyOf(noted), JSON.stringify({ ...noted, box: undefined }))
  } catch {
    // There is no room. It is sent all the same.
  }
}

// There is an answer, or it was looked up.
function forget(noted) {
  unsentLine(noted)?.remove()
  sessionStorage.removeItem(keyOf(noted))
}

// Whether the page is left on which a text was written.
const isLeft = ({ box }) => !box.isConnected || root.hasAttribute('data-navigating')

// No answer has come to a text of this conversation, which may have been sent all the same. Another page than its own says
// so, and then it is to be sent again: that is what this returns.
export function noteUnanswered(conversation) {
  const noted = texts.get(`/texts/${conversation}`)
  noted.isUnknown = true
  if (isLeft(noted) && !unsentLine(noted)) addLine(noted)
  return isLeft(noted)
}

export function noteAnswered(conversation) {
  texts.get(`/texts/${conversation}`).isUnknown = false
}

// Says that a text was not sent and why, or that it is not known whether it was; or, without a reason, that a draft was not
// saved, with the way back to it. It is kept for its writer, whether or not the server has it. Returns whether that is who
// reads the page.
export function showUnsent(noted, why) {
  const { writer, path, isText, box } = noted
  end(noted)
  // Of a draft only what goes off last counts, which may be the text that it has become.
  if (!isText && isOf(path, pending())) return false
  if (isText && !isLeft(noted)) {
    // Its own page says why, and what is typed there from now on is saved as it is.
    if (!noted.isUnknown) forget(noted)
    else box.addEventListener('input', () => texts.has(path) || forget(noted), { once: true })
    return true
  }
  if (isText) document.querySelector('[data-sent]')?.remove()
  unsentLine(noted)?.remove()
  const failed = { ...noted, why: noted.isUnknown ? '' : why }
  store(failed)
  addLine(failed)
  return writer === currentReader()
}

const okButton = (onclick) => Object.assign(document.createElement('button'), { className: 'button quiet', textContent: 'OK', onclick })

// Returns the line. The newest is the first.
function addLine(noted) {
  const { writer, name, path, why, isText } = noted
  const line = document.createElement('p')
  line.className = 'notice notice-error'
  Object.assign(line.dataset, { path, reader: writer })
  const { textNotSent, textNotKnown, draftNotSaved, backTo } = root.dataset
  const say = (sentence) => sentence.replace(/{(name|why)}/g, (_, key) => ({ name, why })[key])
  const back = Object.assign(document.createElement('a'), { href: path, textContent: say(backTo) })
  const sentence = isText ? textNotKnown : draftNotSaved
  line.append(say(why ? textNotSent : sentence), ' ', back)
  // What is known not to be sent can be put away: its words stay kept until its conversation is shown.
  const onclick = () => {
    store({ ...noted, isPutAway: true })
    line.remove()
  }
  if (why) line.append(' ', okButton(onclick))
  unsent.prepend(line)
  hideUnsentOfOthers()
  return line
}

// Whether a text was sent after all, as a page of its conversation shows: something was sent since it went off, and has its
// words.
function wasSent({ text, last }, page) {
  const isLater = !page.querySelector('.reply-box') || lastText(page) !== last
  return isLater && [...page.querySelectorAll('.message.out .bubble')].some((words) => words.textContent.trim() === text.trim())
}

// Puts what did not arrive back into the box that it was written in, before the program is there to take it in. What was
// sent after all is not put where it would be sent once more.
export function restoreUnsent() {
  const place = { writer: currentReader(), path: location.pathname }
  const kept = JSON.parse(sessionStorage.getItem(keyOf(place)))
  const line = unsentLine(place)
  const box = replyBox()?.box
  sessionStorage.removeItem(keyOf(place))
  const isSent = kept && wasSent(kept, document)
  if (kept && !isSent && !box) {
    // Nothing can be sent from here any more. Its writer can still copy it.
    const shown = line ?? addLine(kept)
    shown.replaceChildren(shown.firstChild, ` ${youWrote(kept.text)} `, okButton(() => shown.remove()))
    return
  }
  line?.remove()
  if (!kept || !box) return
  if (!isSent) box.value = kept.text
  // The browser fills in what stood there before the document was loaded again.
  else if (box.value.trim() === kept.text.trim()) box.value = ''
}

// All that is kept in this tab, whoever wrote it.
const allKept = () => Object.entries(sessionStorage).flatMap(([key, kept]) => (key.startsWith(KEPT) ? JSON.parse(kept) : []))

// What was said on pages before, and what has been on its way since the document before was there.
export function restoreLines() {
  for (const noted of allKept()) {
    if (!noted.isPutAway && !unsentLine(noted) && !isOf(noted.path, sending())) addLine(noted)
  }
}

// Of texts of which that is not known, after the document was loaded and when there is a connection again: whether they
// were sent.
export async function lookUpTexts() {
  for (const noted of allKept()) {
    if (!noted.isText || noted.why || noted.writer !== currentReader() || isOf(noted.path, sending())) continue
    const { page } = await load(new URL(noted.path, location.href)).catch(() => undefined) ?? {}
    if (page && wasSent(noted, page)) forget(noted)
  }
}
window.addEventListener('online', lookUpTexts)
