// What was typed on a page whose session has ended, until its reader is back. It is nobody else's.

const TYPED = 'typed'
const reader = () => document.querySelector('[data-member]')?.getAttribute('data-member')
const place = () => location.pathname + location.search

/** @returns {NodeListOf<HTMLInputElement>} */
function fields() {
  return document.querySelectorAll('main :is(input, textarea):not([type=hidden], [type=password], [type=file])')
}

function keepTyped() {
  const typed = [...fields()].map((field) => [field.value, field.checked])
  sessionStorage.setItem(TYPED, JSON.stringify({ reader: reader(), place: place(), typed }))
}

function restoreTyped() {
  const kept = JSON.parse(sessionStorage.getItem(TYPED))
  if (kept?.place !== place()) return
  sessionStorage.removeItem(TYPED)
  const current = fields()
  if (kept.reader !== reader() || kept.typed.length !== current.length) return
  current.forEach((field, index) => { [field.value, field.checked] = kept.typed[index] })
}
