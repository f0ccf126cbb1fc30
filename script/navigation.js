// Navigation without loading the document again: the page is fetched, and its body and title take the place of those
// that are shown. The program (WASM) and the connection for live events stay. It takes the browser's Navigation API;
// a browser without it loads documents, as does everything that is not a page.
//
// The order of a navigation: `leaving` tells the islands to save what is not saved; the page is fetched while the old
// one stays; the old islands end, the body is exchanged, the new islands are hydrated; the title is announced, the
// focus set.

import { giveUpAhead, takeAhead } from './ahead.js'
import { leaveToBrowser, untouched } from './browser-load.js'
import { showFailure } from './failure.js'
import { carryFocus, leaveFocus, setFocus } from './focus.js'
import { grow } from './grow.js'
import { keep } from './kept.js'
import { load } from './load.js'
import { hideSentNotice, hideUnsentOfOthers, restoreLines, restoreUnsent, showSending } from './outgoing.js'
import { isOf, pending, saved } from './pending.js'
import { settle } from './press.js'
import { canShow, running, takeProgram } from './program.js'
import { takeStyles } from './styles.js'
import { keepTyped, replyBox, restoreReply, restoreTyped, typedReply } from './typed.js'
import { isGivenUp, isShownAgain, mayLeavePage } from './unsaved.js'

// Why a navigation ends whose reader stays with what is not saved.
const STAYS = new Error('The page is not left.')

const root = document.documentElement
// The navigation that is under way. While a page is fetched, the document says so: with a bar, if it takes long, and to
// the program, whose own navigations do not take its place.
let underway

// Gives the page that is shown this address.
function showAddress(url) {
  leaveToBrowser(url)
  history.replaceState(null, '', url)
}

const withoutFragment = (address) => address.split('#')[0]

// Loads an address as a document. The navigation that is under way ends with it, and never gets further.
function loadDocument(url) {
  leaveToBrowser(url.href)
  if (withoutFragment(url.href) === withoutFragment(location.href)) {
    // Another fragment alone would load nothing.
    showAddress(url.href)
    leaveToBrowser(url.href)
    carryFocus()
    location.reload()
  } else {
    location.assign(url)
  }
  return new Promise(() => {})
}

// Whether the address stays the old one until the page is there.
const isHeld = (event) => Boolean(window.NavigationPrecommitController && event.cancelable)

// Asks before what is not saved is lost, once it would be: who has to sign in finds it again, and who has no network stays.
function leavePage(event) {
  if (isHeld(event) && !mayLeavePage()) throw STAYS
}

// What sent the last form. Chrome before version 135 has no `sourceElement`.
let submitter
const sourceOf = (event) => event.sourceElement ?? (event.formData && submitter)
const formOf = (event) => sourceOf(event)?.form ?? sourceOf(event)

// What a form posts. Chrome has the fields too of a form whose button sends them by GET, in the address.
const posted = (event) => (sourceOf(event)?.formMethod === 'get' ? null : event.formData)

window.addEventListener('submit', (event) => {
  // The second of two presses: what the first one asked for is done once.
  if (root.dataset.navigating && posted(underway) && formOf(underway) === event.target) event.preventDefault()
  else submitter = event.submitter ?? event.target
})

// Fetches a page once what was written in it is saved, also where an address leads to it that does not say so.
async function loadSaved(event, from) {
  await saved(event.destination.url)
  const before = pending()
  const arrived = await load(event.destination.url, posted(event), event.signal, from)
  if (!isOf(arrived.url, before)) return arrived
  // It may show an older draft than the one that was on its way.
  await saved(arrived.url)
  return load(arrived.url, null, event.signal)
}

// Fetches what a navigation leads to, while the old page stays.
async function fetchPage(event, from) {
  let sentence = root.dataset.noConnection
  try {
    window.dispatchEvent(new Event('leaving'))
    const ahead = !event.formData && takeAhead(event.destination.url)
    if (ahead) {
      leavePage(event)
      return ahead
    }
    if (!event.signal.aborted) root.dataset.navigating = 'true'
    const arrived = await loadSaved(event, from)
    event.signal.throwIfAborted()
    // Not after a form that signs out.
    const isSignIn = arrived.url.pathname === '/sign-in'
    const isAgain = isShownAgain(event, from)
    const isShown = arrived.page && canShow(arrived.page)
    // A line of text from whatever stands between would end the program, and what it has not saved yet.
    if (arrived.isFault && !arrived.isPosted && (isAgain || !isShown)) {
      // What a form asked for was done or refused before its next page was fetched.
      sentence = posted(event) ? root.dataset.notKnown : root.dataset.notDone
      throw new Error(sentence)
    }
    if (isAgain || isSignIn && (!event.formData || arrived.url.searchParams.has('next'))) keepTyped()
    else if (!posted(event)) leavePage(event)
    // It is done, whatever was changed meanwhile in another form: that is not lost. A page that stays keeps it itself.
    else if ((isShown || !arrived.isPosted) && !isGivenUp()) keepTyped(formOf(event), arrived.url)
    if (isShown) {
      await takeStyles(arrived.page, event.signal)
      return arrived
    }
    if (!arrived.isPosted) return await loadDocument(arrived.url)
    // What a form got for an answer cannot be loaded. Its page stays, with what is typed.
    sentence = (arrived.page && arrived.page.querySelector('main p')?.textContent) || root.dataset.notDone
    throw new Error(sentence)
  } catch (error) {
    end(event)
    if (event.signal.aborted || error === STAYS) throw error
    // The server may do it all the same, or has done it.
    if ((error.name === 'AbortError' || error.wasPosted) && posted(event)) sentence = root.dataset.notKnown
    showFailure(sentence)?.scrollIntoView({ block: 'nearest' })
    // The address may be the next page's by now, or the form's, from which nothing can be loaded. A step in the history keeps
    // its own.
    if (event.navigationType !== 'traverse' && location.href !== from) showAddress(from)
    throw error
  }
}

// How long after a page is shown what it says is said again.
const ANNOUNCE_MS = 100

// Reads out what page this is, and what came of a form. Elements that came with the page would not be read: what a form
// has led to is put into its place once more.
function announce(title, isForm) {
  const id = 'announcement'
  const element = document.getElementById(id)
    ?? keep(Object.assign(document.createElement('p'), { id, className: 'heard', role: 'status' }))
  element.textContent = title
  if (!isForm) return
  setTimeout(() => {
    for (const notice of document.querySelectorAll('main [role=status] > .notice')) notice.replaceChildren(...notice.childNodes)
  }, ANNOUNCE_MS)
}

// Puts a page in the place of the one that is shown.
function exchange(event, page, isReturn, isForm, from) {
  window.dispatchEvent(new Event('leaving'))
  const button = leaveFocus(from)
  const reply = typedReply()
  running?.leave()
  giveUpAhead()
  for (const node of [...document.body.childNodes]) {
    if (!(node instanceof HTMLElement && node.dataset.kept)) node.remove()
  }
  document.body.append(...page.body.childNodes)
  document.title = page.title
  if (isReturn) hideSentNotice()
  if (running?.sending()) showSending()
  restoreTyped()
  const box = restoreReply(reply)
  settle(isForm)
  restoreLines()
  restoreUnsent()
  hideUnsentOfOthers()
  grow()
  // What differs from the page by now counts as typed before the islands were there.
  running?.hydrate()
  takeProgram(page)
  // Before the focus is set: to scroll to a fragment moves it there, or takes it away.
  if (!event.signal.aborted) event.scroll()
  // The navigation ended with the address that it showed (`showAddress`).
  else (document.getElementById(location.hash.slice(1)) ?? root).scrollIntoView()
  setFocus(isReturn ? navigation.currentEntry.key : undefined, isForm ? button : undefined, box)
  announce(page.title, isForm)
}

async function show(event, page, from) {
  const isReturn = event.navigationType === 'traverse'
  const isForm = Boolean(posted(event))
  // While the pages fade nothing can be pressed: not where somebody works at speed, from one form to the next.
  const still = !event.userInitiated || isForm || event.hasUAVisualTransition
    || matchMedia('(prefers-reduced-motion: reduce)').matches
  if (still || !document.startViewTransition) return exchange(event, page, isReturn, isForm, from)
  const transition = document.startViewTransition(() => exchange(event, page, isReturn, isForm, from))
  // The browser skips it where nobody looks.
  for (const step of [transition.ready, transition.finished]) step.catch(() => {})
  return transition.updateCallbackDone
}

function begin(event) {
  underway = event
  event.signal.addEventListener('abort', () => end(event))
}

function end(event) {
  if (underway === event) delete root.dataset.navigating
}

function onNavigate(event) {
  const isOurs = event.destination.url !== untouched
  leaveToBrowser(undefined)
  const isPage = event.canIntercept && !event.hashChange && event.downloadRequest === null
  if (!isOurs || !isPage || event.navigationType === 'reload') return
  begin(event)
  const from = navigation.currentEntry.key
  const address = location.href
  const isFetchedFirst = isHeld(event)
  let page
  let redirected
  const arrive = async (controller) => {
    const arrived = await fetchPage(event, address)
    page = arrived.page
    if (arrived.url.href === event.destination.url) return
    // The browser redirects nobody who goes back or forward: then the address is shown with its page.
    // A form that leads back to its own page makes no step to go back over.
    const { href } = arrived.url
    if (isFetchedFirst && event.navigationType !== 'traverse') controller.redirect(href, { history: href === address ? 'replace' : 'auto' })
    else redirected = arrived.url.href
  }
  const options = { focusReset: 'manual' }
  options.handler = async () => {
    if (!isFetchedFirst) await arrive()
    if (redirected) showAddress(redirected)
    await show(event, page, from).finally(() => end(event))
  }
  if (isFetchedFirst) options.precommitHandler = arrive
  event.intercept(options)
}

window.navigation?.addEventListener('navigate', onNavigate)

// How long after a navigation failed the page is fetched again that it should have left.
const AGAIN_MS = 2_000

// A page whose text was sent is done with. Whoever stays on it, or cannot get further, gets it as it is by now.
function showSentPage() {
  const reply = replyBox()
  const isDone = reply?.form.ariaBusy === 'true' && !running?.sending().split(',').includes(reply.conversation)
  if (isDone && !root.dataset.navigating) location.href = withoutFragment(location.href)
}
window.navigation?.addEventListener('navigateerror', (event) => {
  setTimeout(showSentPage, event.error === STAYS ? 0 : AGAIN_MS)
})
