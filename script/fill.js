// What a button puts into the box of its form: the text that stands in it, which was chosen for the box, the script or a
// canned response; or what is typed with straight quotes, if its `data-fill` says so.

const textOf = (choice) => choice.lastElementChild?.textContent ?? ''

// Whether it is one of the texts that can be chosen, as it stands there: whoever chooses another one changes their mind.
const isOffered = (words) => [...document.querySelectorAll('[data-fill=""]')].some((choice) => textOf(choice).trim() === words)

// What somebody typed stays, and what they choose follows; the server does the same for who has no script
// (`app/src/domain/canned_response.rs`).
function withChosen(typed, chosen) {
  const words = typed.trim()
  return words && !isOffered(words) ? `${typed.trimEnd()} ${chosen}` : chosen
}

// As `app/src/domain/straight_quotes.rs`.
const withStraightQuotes = (text) => text.replace(/[\u2018-\u201b\u02bc]/g, "'").replace(/[\u201c-\u201f]/g, '"')

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
