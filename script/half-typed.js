// Dates that are typed in part. The browser keeps those to itself and would send none, so a form that has one is not sent; it
// is said under the date, in the words of its `data-incomplete`. Only admins' forms have dates, so this is loaded with their
// program, as `autosave.js`, which uses it.

export const isHalfTyped = (field) => field.validity.badInput

// Says that a date is half-typed, or does not say it any more.
export function sayHalfTyped(field) {
  const sentence = field.dataset?.incomplete
  const id = `${field.id}-error`
  const before = document.getElementById(id)
  if (!sentence || (!isHalfTyped(field) && before?.textContent !== sentence)) return
  before?.remove()
  field.ariaInvalid = isHalfTyped(field) ? 'true' : null
  if (isHalfTyped(field)) field.parentElement.append(Object.assign(document.createElement('p'), { id, className: 'field-error', textContent: sentence }))
}

// Not while somebody is typing, before they leave it.
document.addEventListener('input', ({ target }) => isHalfTyped(target) || sayHalfTyped(target))
// A button that is pressed would move away under the pointer; it says so by itself (`invalid`).
document.addEventListener('focusout', ({ target, relatedTarget }) => {
  if (!(relatedTarget instanceof HTMLButtonElement)) sayHalfTyped(target)
})
// Its form is being sent. The browser would say it in words of its own.
document.addEventListener('invalid', (event) => {
  const { target } = event
  if (!(target instanceof HTMLInputElement) || !target.dataset.incomplete) return
  event.preventDefault()
  sayHalfTyped(target)
  if (target.form?.querySelector('input:invalid') === target) target.focus()
}, true)
