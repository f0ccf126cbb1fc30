// What was typed on a page that is shown anew: for want of a session, until its reader is back, or with another answer
// of the server. It is nobody else's, and of no other conversation.

const TYPED = 'typed'
// Where the page that is shown belongs. The address may be that of the next one already, before that is there.
let shown
export const reader = () => document.querySelector('[data-member]')?.getAttribute('data-member')
// A conversation is the same, whatever else its address says.
const place = () => (replyBox() ? location.pathname : location.pathname + location.search)

/** @returns {NodeListOf<HTMLInputElement>} */
function fields() {
  return document.querySelectorAll('main :is(input, textarea):not([type=hidden], [type=password], [type=file])')
}

export function keepTyped() {
  const typed = [...fields()].map((field) => [field.value, field.checked])
  sessionStorage.setItem(TYPED, JSON.stringify({ reader: reader(), place: shown, typed }))
}

// For each page that is shown.
export function restoreTyped() {
  shown = place()
  const kept = JSON.parse(sessionStorage.getItem(TYPED))
  if (kept?.place !== place()) return
  sessionStorage.removeItem(TYPED)
  const current = fields()
  if (kept.reader !== reader() || kept.typed.length !== current.length) return
  current.forEach((field, index) => { [field.value, field.checked] = kept.typed[index] })
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
