// Elements that outlive the pages.

// Adds one, in front of them.
export function keep(element) {
  element.dataset.kept = 'true'
  document.body.prepend(element)
  return element
}
