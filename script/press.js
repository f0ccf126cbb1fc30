// Presses: each is for the contact, or the line of a list, that it was made for, and never for the one that comes next.

import { formKey, shownPath } from './focus.js'
import { replyBox } from './typed.js'

// For so long after a page is shown a press may still be meant for the one before.
const SETTLE_MS = 500

/** @returns {HTMLButtonElement | null} */
const sendButton = () => document.querySelector('form[data-next] button.primary')

// The form that was sent last, and when.
let sent
window.addEventListener('submit', ({ target }) => {
  const form = /** @type {HTMLFormElement} */ (target)
  sent = { action: form.getAttribute('action'), key: formKey(form), at: Date.now() }
})

// Whether a form does the same with something else: a list that has lost a line has another one in its place. What is
// typed in a box is meant for who it is for.
const isOther = (form) => form && form.getAttribute('action') === sent?.action && !form.dataset.next && formKey(form) !== sent.key

// Where a text is there before anything was typed, a first text or a draft, it takes no press at once: that may be the
// second of two on what led here. What was typed is for whom it was typed, also when their page has come again.
export function settle(isForm) {
  // Who has gone to another page since presses nothing twice.
  if (!isForm && location.pathname !== shownPath) sent = undefined
  for (const form of isForm ? document.forms : []) if (isOther(form)) form.querySelectorAll('button').forEach(hold)
  const [button, reply] = [sendButton(), replyBox()]
  // The second of two presses on **Close** closes nobody else's conversation.
  hold(document.querySelector('button[form=close]'))
  if (!button || !reply?.box.value || reply.box.value !== reply.box.defaultValue) return
  reply.box.addEventListener('input', hold(button), { once: true })
}

// Takes no press for a moment; what it returns ends that.
function hold(button) {
  if (button) button.ariaDisabled = 'true'
  const ready = () => {
    if (button) button.ariaDisabled = null
  }
  setTimeout(ready, SETTLE_MS)
  return ready
}

// The button that took no press when this one began. A key or a finger that is let go later presses nothing then either.
let held
function onPress(event) {
  const button = event.target instanceof Element ? event.target.closest('button') : null
  // Such a list may change by itself, before there is an answer and after it.
  const isSecond = Date.now() < sent?.at + SETTLE_MS && isOther(button?.form)
  held = isSecond || button?.ariaDisabled === 'true' ? button : undefined
}
document.addEventListener('pointerdown', onPress, true)
document.addEventListener('keydown', onPress, true)
document.addEventListener('click', (event) => {
  if (!held?.contains(/** @type {Node} */ (event.target))) return
  event.preventDefault()
  event.stopImmediatePropagation()
}, true)

document.addEventListener('submit', (event) => {
  if (event.submitter?.ariaDisabled !== 'true') return
  event.preventDefault()
  event.stopImmediatePropagation()
}, true)

// A key that is held down presses one button once: the focus may be on the next one's by then, such as another text's
// **Send** or another request's **Approve**.
document.addEventListener('keydown', (event) => {
  if (!event.repeat || ![' ', 'Enter'].includes(event.key) || !(event.target instanceof Element)) return
  if (event.target.matches('button')) event.preventDefault()
})
