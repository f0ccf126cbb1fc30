// Presses on **Send**: each is for the contact that it was made for, and never for the one who comes next.

import { replyBox } from './typed.js'

// For so long after a page is shown a press may still be meant for the one before.
const SETTLE_MS = 500

/** @returns {HTMLButtonElement | null} */
const sendButton = () => document.querySelector('form[data-next] button.primary')

// Where a text is there before anything was typed, a first text or a draft, it takes no press at once: that may be the
// second of two on what led here. What was typed is for whom it was typed, also when their page has come again.
export function settle() {
  const [button, reply] = [sendButton(), replyBox()]
  // The second of two presses on **Close** closes nobody else's conversation.
  hold(document.querySelector('button[form=close]'))
  if (!button || !reply?.box.value || reply.box.value !== reply.box.defaultValue) return
  reply.box.addEventListener('input', hold(button), { once: true })
}

// Takes no press for a moment; what it returns ends that.
function hold(button) {
  if (button) button.ariaDisabled = 'true'
  const ready = () => button?.removeAttribute('aria-disabled')
  setTimeout(ready, SETTLE_MS)
  return ready
}

document.addEventListener('submit', (event) => {
  if (event.submitter?.ariaDisabled !== 'true') return
  event.preventDefault()
  event.stopImmediatePropagation()
}, true)

// A key that is held down is for one text, and closes one conversation.
document.addEventListener('keydown', (event) => {
  if (!event.repeat || ![' ', 'Enter'].includes(event.key) || !(event.target instanceof Element)) return
  if (event.target.matches('form[data-next] button, button[form=close]')) event.preventDefault()
})
