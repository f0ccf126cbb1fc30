// The keyboard focus: where it goes with the next page, and that it is not lost on a page that changes.

// The selector of the element that had the focus, and which one of those that match, by the key of the entry in the
// history. As many as somebody goes back.
const focused = new Map()
const MOST_FOCUSED = 100
// What had the focus last, and in what: not where somebody pressed beside it. Of a list or a table, the line.
let last
let within
let line
// What has the focus until `last`, which is disabled for now, can take it.
let meanwhile

function selector(element) {
  if (element?.id) return `#${CSS.escape(element.id)}`
  return element?.matches('a[href]') && `a[href="${CSS.escape(element.getAttribute('href'))}"]`
}

// What tells a form from the others of its page: what it does, and with what. The key that makes two presses one is another
// each time that the page is made.
export const formKey = (form) => [form.getAttribute('action'), ...[...form.querySelectorAll('[type=hidden]:not([name=key])')].map((field) => field.value)].join(' ')
const withAction = (action) => [...document.forms].filter((form) => form.getAttribute('action') === action)

// The path of the page that is shown. The address may be that of the next one already.
export let shownPath = location.pathname

// The button of a form that was sent, as it is found on the page that answers: of the same form alone, so that what is
// pressed next does not happen to something else. A button that stands outside of its form, as **Close** does, is not
// found: the one on the next page is for another contact.
function buttonOf(element) {
  const form = element?.form
  if (!form) return () => undefined
  const [key, action, text, path] = [formKey(form), form.getAttribute('action'), element.textContent, shownPath]
  const isOnlyOne = withAction(action).length === 1
  return () => {
    const forms = withAction(action)
    const same = isOnlyOne && forms.length === 1 && location.pathname === path ? forms : forms.filter((one) => formKey(one) === key)
    return same.flatMap((one) => [...one.querySelectorAll('button')]).find((button) => button.textContent === text)
  }
}

// Before a page goes: what finds the focus again, on the page that answers a form, or when it is come back to.
export function leaveFocus(entry) {
  const found = selector(document.activeElement)
  if (focused.size > MOST_FOCUSED) focused.clear()
  if (found) focused.set(entry, { found, index: [...document.querySelectorAll(found)].indexOf(document.activeElement) })
  last = undefined
  return buttonOf(document.activeElement)
}

const carriedKey = 'focused'

// Before another document is loaded in the place of this one, for its language or its version: the keyboard goes on where it is.
export function carryFocus() {
  const carried = selector(last ?? document.activeElement)
  if (carried) sessionStorage.setItem(carriedKey, carried)
}

export function takeCarriedFocus() {
  const carried = sessionStorage.getItem(carriedKey)
  sessionStorage.removeItem(carriedKey)
  if (carried) take(document.querySelector(carried))
}

export function take(element) {
  if (!element) return false
  element.focus({ preventScroll: true })
  return document.activeElement === element
}

// An element that takes the focus from the script, and is no stop on the way through the page unless it was one.
function reachable(element) {
  if (element?.tabIndex < 0) element.setAttribute('tabindex', '-1')
  return element
}

// What opens the popover in which an element is, which is closed on a new page.
function opener(element) {
  const popover = element?.closest('[popover]')
  return popover && document.querySelector(`[popovertarget="${popover.id}"]`)
}

// Sets the focus on a page that is shown now. `button` is what a form was sent with, if one was; `box` is the one that
// somebody is writing in.
export function setFocus(entry, button, box) {
  // Several links lead to one address: the same one of them, or one that can be seen.
  const { found, index } = focused.get(entry) ?? {}
  const matches = found ? [...document.querySelectorAll(found)] : []
  const fragment = location.hash.length > 1 && document.getElementById(location.hash.slice(1))
  const same = button?.()
  const candidates = [box, matches[index], ...matches, opener(same), document.querySelector('[autofocus], [data-autofocus]'), same,
    reachable(fragment || undefined), reachable(document.querySelector('main'))]
  candidates.find(take)
  shownPath = location.pathname
}

const lineOf = (element) => element.closest('li, tr')

// Whether an element is of the line that had the focus, or of none.
function isOfLine(element) {
  const other = lineOf(element)
  return !other || other === line || Boolean(other.id && other.id === line?.id)
}

// A button is disabled while the server is asked, and may be hidden by the answer. The browser would leave the focus to
// nobody, some time later: it goes back to the button, or to what has taken its place. An event may show that before the
// answer is there: the button in it is disabled until then, and gets the focus after that. Another line of a list is about
// somebody else, and never gets it.
function keepFocus() {
  const active = document.activeElement
  if (!last || ![document.body, last, meanwhile].includes(active)) return
  if (last.isConnected && last.checkVisibility()) {
    if (active !== last) take(last)
    return
  }
  const others = [...within?.querySelectorAll('button, a[href], input') ?? []].filter((element) => isOfLine(element) && element.checkVisibility())
  const sameKind = ({ tagName }) => tagName === last.tagName
  const enabled = others.filter((element) => !element.disabled)
  const next = enabled.find(sameKind)
  const later = next ? undefined : others.find(sameKind)
  last = undefined
  take(next ?? enabled[0]) || take(reachable(document.querySelector('main')))
  if (later) [last, meanwhile] = [later, document.activeElement]
}

document.addEventListener('focusin', ({ target }) => {
  if (!(target instanceof HTMLElement)) return
  last = target
  meanwhile = undefined
  within = target.closest('section, dialog, main')
  line = lineOf(target)
})
document.addEventListener('keydown', () => {
  if (meanwhile) [last, meanwhile] = [meanwhile, undefined]
})
document.addEventListener('pointerdown', () => { last = meanwhile = undefined })
new MutationObserver((changes) => {
  // Whether it is still visible takes the time of a layout, which the next text would wait for.
  if (document.activeElement !== last || changes.some((change) => change.attributeName !== 'disabled')) keepFocus()
}).observe(document, { subtree: true, childList: true, attributeFilter: ['disabled', 'hidden'] })
