// What a button puts into the box of its form: the text that stands in it, which was chosen for the box, the script or a
// canned response; or what is typed with straight quotes, if its `data-fill` says so. And how long it is then, where the page
// says that of a box (`app/src/pages/text_length.rs`), by a script that no other page needs.

import { withStraightQuotes } from './straight-quotes.js'

// The name that it has when it is built (`.ci/build/hash.mjs`).
const LENGTH = '/pkg/baton-length.js'

document.addEventListener('input', async ({ target }) => {
  const line = target instanceof Element && document.getElementById(`${target.id}-length`)
  const length = line && await import(LENGTH).catch(() => {})
  // It says nothing rather than how long something else was.
  if (length) length.showLength(target, line)
  else if (line) line.hidden = true
})

const textOf = (choice) => choice.lastElementChild?.textContent ?? ''

// Whether it is one of the texts that can be chosen, as it stands there or with straight quotes: whoever chooses another one
// changes their mind.
const isOffered = (words) => [...document.querySelectorAll('[data-fill=""]')]
  .some((choice) => withStraightQuotes(textOf(choice).trim()) === withStraightQuotes(words))

// What somebody typed stays, and what they choose follows; the server does the same for who has no script
// (`app/src/domain/canned_response.rs`).
function withChosen(typed, chosen) {
  const words = typed.trim()
  return words && !isOffered(words) ? `${typed.trimEnd()} ${chosen}` : chosen
}

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null
  /** @type {HTMLButtonElement | null | undefined} */
  const button = target?.closest('button[data-fill]')
  const box = button?.form?.querySelector('textarea')
  if (!button || !box) return
  event.preventDefault()
  box.value = button.dataset.fill ? withStraightQuotes(box.value) : withChosen(box.value, textOf(button))
  // As if it was typed: it is kept, and counted.
  box.dispatchEvent(new InputEvent('input', { bubbles: true }))
  /** @type {HTMLElement | null} */
  const sheet = button.closest('[popover]')
  sheet?.hidePopover()
  box.focus()
})
