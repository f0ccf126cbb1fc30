// The list of Message Review while conversations are opened beside it, each of which comes with a page of its own: what is
// ticked, typed and chosen in it and not sent, what is unfolded, and the place in it. It is loaded on that page alone
// (`script/program.js`), and in a browser that loads documents it carries the same from one to the next.

const KEY = 'review'

// The address of the list that is shown, if one is, without the conversation beside it.
function listAddress() {
  /** @type {HTMLInputElement | null} */
  const back = document.querySelector('.bulk-form [name=back]')
  const url = back && new URL(back.value, location.href)
  url?.searchParams.delete('open')
  return url?.href
}

/** @returns {NodeListOf<HTMLInputElement>} */
const fields = () => document.querySelectorAll('.review-list :is(input, select):not([type=hidden])')
/** @returns {NodeListOf<HTMLDetailsElement>} */
const folds = () => document.querySelectorAll('.review-list details')
const isTicked = (field) => /^(checkbox|radio)$/.test(field.type)
// A line is known by its conversation, wherever in the list it stands.
const keyOf = (field) => (isTicked(field) ? `${field.name.split('[')[0]} ${field.value}` : field.id)
const valueOf = (field) => (isTicked(field) ? field.checked : field.value)
// On a phone the conversation that is opened stands in its place.
const isShown = () => document.querySelector('.review-list').checkVisibility()

const kept = () => JSON.parse(sessionStorage.getItem(KEY))

// A page that asks before something is done, which may lead back to the list: what is ticked stays until an action of it is
// started.
const leadsBack = () => /^\/(review\/actions\/\d+|texts\/\d+\/opt-out)$/.test(location.pathname)

function keep() {
  const list = listAddress()
  if (!list) return
  const before = kept()
  const top = isShown() ? scrollY : before?.list === list ? before.top : 0
  // Whoever goes through it by the keyboard.
  const line = document.activeElement?.closest('.review-list a.reply')?.getAttribute('href')
  const values = [...fields()].map((field) => [keyOf(field), valueOf(field)])
  const open = [...folds()].map((fold) => fold.open)
  sessionStorage.setItem(KEY, JSON.stringify({ list, top, line, values: Object.fromEntries(values), open }))
}

let isReturn = false

// Puts back the place, unless the browser does, or the page comes with something that is to be read first.
function restorePlace({ top, line }) {
  const isSomewhere = isReturn || location.hash || new URLSearchParams(location.search).has('__err')
  if (isSomewhere || !isShown()) return
  scrollTo({ top, behavior: 'instant' })
  /** @type {HTMLElement | null} */
  const opened = document.querySelector('.review-list [aria-current]')
  if (line && opened?.getAttribute('href') === line) opened.focus({ preventScroll: true })
}

let shown

// For each page that is shown.
function restore() {
  const main = document.querySelector('main')
  if (main === shown) return
  shown = main
  const before = kept()
  const list = listAddress()
  if (!list && leadsBack()) return
  if (!before || before.list !== list) {
    sessionStorage.removeItem(KEY)
    return
  }
  for (const field of fields()) {
    const value = before.values[keyOf(field)]
    if (value !== undefined) Object.assign(field, { [isTicked(field) ? 'checked' : 'value']: value })
  }
  folds().forEach((fold, index) => { fold.open = before.open[index] ?? fold.open })
  restorePlace(before)
}

for (const end of ['leaving', 'pagehide']) window.addEventListener(end, keep)
window.navigation?.addEventListener('navigate', ({ navigationType }) => { isReturn = navigationType === 'traverse' })
window.addEventListener('submit', ({ target }) => {
  if (target instanceof Element && target.matches('form[action$="/start-bulk"]')) sessionStorage.removeItem(KEY)
})
// Before the browser paints the page.
new MutationObserver(restore).observe(document.body, { childList: true })
// A document that was come to from elsewhere begins anew, also from a page of an action: its document has not noted whether
// that was done.
if (document.referrer.split('?')[0] !== `${location.origin}/review`) sessionStorage.removeItem(KEY)
restore()
