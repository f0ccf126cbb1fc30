// What was changed in a form and is not saved yet: whoever leaves it is asked before it is lost. `data-unsaved` is the name by
// which the server calls the form when it refuses it; without a name, nobody is asked about what was refused.

import { untouched } from './browser-load.js'

// Whether what is unsaved may be lost: it is being sent, or somebody said so. It holds until something is changed
// again.
let mayLeave = false
// The form that was sent last.
let submitted

export function isChanged(field) {
  if (field instanceof HTMLSelectElement) {
    const initial = [...field.options].findIndex((option) => option.defaultSelected)
    return field.selectedIndex !== Math.max(initial, 0)
  }
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked
  // Of a date that is typed in part the value is empty.
  return 'defaultValue' in field && field.type !== 'hidden' && (field.value !== field.defaultValue || field.validity.badInput)
}

// Whether a form other than this one holds something that is not saved. What the server refused is not saved either:
// it stands in its fields as if it were, and the address names its form.
function hasUnsaved(except) {
  const address = new URLSearchParams(location.search)
  const refused = address.has('__err') && address.get('form')
  /** @type {NodeListOf<HTMLFormElement>} */
  const forms = document.querySelectorAll('form[data-unsaved]')
  const isUnsaved = (form) => form.dataset.unsaved === refused || [...form.elements].some(isChanged)
  return [...forms].some((form) => form !== except && isUnsaved(form))
}

function onChange() {
  mayLeave = false
  submitted = undefined
  noteUnsaved()
}

// Says beside the button that saves whether there is something to save.
export function noteUnsaved() {
  /** @type {NodeListOf<HTMLElement>} */
  const notes = document.querySelectorAll('.unsaved-note')
  for (const note of notes) note.hidden = !hasUnsaved()
}

// Whether nothing was changed since it was decided that the page may be left.
export const isGivenUp = () => mayLeave

// Whether the page may be left, for which somebody is asked if a form other than this one would be lost.
export function mayLeavePage(except) {
  mayLeave ||= !hasUnsaved(except) || window.confirm(document.documentElement.dataset.unsaved)
  return mayLeave
}

// A navigation that a form begins cannot be stopped any more, so whoever sends it is asked before.
function onSubmit(event) {
  submitted = event.target
  // What an island sends leaves nothing.
  if (!event.defaultPrevented && !mayLeavePage(submitted)) event.preventDefault()
}

// A text leads to the next page once it is sent. Asked by then, whoever stays would have a page that is sending it for good.
function onSend(event) {
  if (!event.target.matches('form[data-next]') || mayLeavePage(event.target)) return
  event.preventDefault()
  event.stopImmediatePropagation()
}

// Whether nobody leaves the page at this address: it is fetched again, because it is outdated.
export function isShownAgain(event, from) {
  return !event.userInitiated && !event.formData && event.destination.url === from.split('#')[0]
}

function onLeave(event) {
  // What is loaded as a document has been asked about.
  if (event.destination.url === untouched) mayLeave = true
  const leaves = event.canIntercept && event.cancelable && !event.hashChange && event.downloadRequest === null
  const isReload = event.navigationType === 'reload' || isShownAgain(event, location.href)
  // Where the address stays until the next page is there, the navigation asks then.
  if (!leaves || isReload || window.NavigationPrecommitController || mayLeavePage()) return
  event.preventDefault()
  event.stopImmediatePropagation()
}

window.addEventListener('input', onChange)
window.addEventListener('change', onChange)
window.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-discard]')) mayLeave = true
}, true)
// Before the program, which sends it.
document.addEventListener('submit', onSend, true)
window.addEventListener('submit', onSubmit)
// The browser asks in its own words when the document itself is left.
window.addEventListener('beforeunload', (event) => {
  if (!mayLeave && hasUnsaved(submitted)) event.preventDefault()
})
window.navigation?.addEventListener('navigate', onLeave)
// Another page is there, or this one is not left after all.
for (const end of ['navigatesuccess', 'navigateerror']) {
  window.navigation?.addEventListener(end, () => {
    mayLeave = false
    submitted = undefined
  })
}
