// What was typed on a page that is shown anew: for want of a session, until its reader is back, or with another answer
// of the server. It is nobody else's, and of no other conversation.

import { formKey } from './focus.js'
import { isChanged } from './unsaved.js'

// Where the page that is shown belongs. The address may be that of the next one already, before that is there.
let shown
// The member for whom a page was made, which is somebody in an organization, with their role: `12.texter`.
export const viewer = () => document.querySelector('[data-viewer]')?.getAttribute('data-viewer')
export const reader = () => viewer()?.split('.')[0]
// A conversation is the same, whatever else its address says.
const place = () => (replyBox() ? location.pathname : location.pathname + location.search)
// Of each page that was left there is one entry.
const storageKey = () => `typed:${reader()}:`

/** @returns {NodeListOf<HTMLInputElement>} */
function fields() {
  return document.querySelectorAll('main :is(input, textarea, select):not([type=hidden], [type=password], [type=file])')
}

const isTicked = (field) => /^(checkbox|radio)$/.test(field.type)
// What tells a field from the others: its name, and what its form does, and with what.
const fieldKey = (field) => [field.form && formKey(field.form), field.name, isTicked(field) && field.value].join(' ')

// Not what is being sent, and not what was sent by this form: of that its sender hears. The answer is the same page as a
// rule, and shows the rest again; else it is there when somebody comes back.
export function keepTyped(sent, url) {
  const isKept = (field) => isChanged(field) && field.form?.ariaBusy !== 'true' && field.form !== sent
  const changed = [...fields()].filter(isKept)
  const typed = changed.map((field) => [fieldKey(field), isTicked(field) ? field.checked : field.value])
  const answer = url?.pathname === shown.split('?')[0] ? url.pathname + url.search : shown
  if (typed.length > 0) sessionStorage.setItem(storageKey() + shown, JSON.stringify({ places: [shown, answer], typed }))
}

// For each page that is shown. What was written where the page has no such field any more, because its reader has another
// role for example, is said, to be copied.
export function restoreTyped() {
  shown = place()
  for (const [key, kept] of Object.entries(sessionStorage)) {
    const { places, typed } = key.startsWith(storageKey()) ? JSON.parse(kept) : {}
    if (!places?.includes(shown)) continue
    sessionStorage.removeItem(key)
    restore(typed)
  }
}

function restore(typed) {
  const current = [...fields()]
  for (const [key, value] of typed) {
    const field = current.find((one) => fieldKey(one) === key)
    if (field) {
      Object.assign(field, { [isTicked(field) ? 'checked' : 'value']: value })
      // As if it was typed: it is noted, and saved where that is done by itself.
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
    // What was ticked has no length.
    else if (value.length > 0) offer(youWrote(value))
  }
}

// The words of the page around what was typed, in the quotation marks of its language.
export const youWrote = (text) => document.documentElement.dataset.youWrote.replace('{text}', () => text)

function offer(textContent) {
  document.querySelector('main')?.prepend(Object.assign(document.createElement('p'), { className: 'notice', textContent }))
}

// The box of the reply, and the conversation that it is for.
export function replyBox() {
  /** @type {HTMLTextAreaElement | null} */
  const box = document.querySelector('textarea#reply')
  if (!box?.form) return undefined
  // Not by `FormData`, which takes a phone 10 ms, while the next page waits.
  /** @type {HTMLInputElement | null} */
  const conversation = box.form.querySelector('[name=conversation]')
  return { box, form: box.form, conversation: conversation?.value }
}

// The reply that is being written, unless it is being sent, and where in it the caret is. The page that comes may be
// another one of its conversation, which the server made before the last words were typed.
export function typedReply() {
  const reply = replyBox()
  if (!reply || reply.form.ariaBusy === 'true') return undefined
  const { box, conversation } = reply
  return {
    conversation,
    text: box.value !== box.defaultValue && box.value,
    caret: box === document.activeElement && [box.selectionStart, box.selectionEnd],
  }
}

// Returns the box, if its writer is to go on in it.
export function restoreReply(typed) {
  const reply = replyBox()
  if (!typed || reply?.conversation !== typed.conversation) return undefined
  if (typed.text !== false) reply.box.value = typed.text
  if (!typed.caret) return undefined
  reply.box.setSelectionRange(typed.caret[0], typed.caret[1])
  return reply.box
}
