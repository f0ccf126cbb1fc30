// Forms that save by themselves (`data-autosave`): after a pause, or when a field is left, they are posted as their button
// posts them, and of the page that answers what is marked with `data-answer` takes the place of what was said before. What
// is typed stays as it is. Only admins have such forms, so this is loaded with their program (`.ci/build/glue`).

import { isHalfTyped, sayHalfTyped } from './half-typed.js'
import { load } from './load.js'

const PAUSE_MS = 1_000
// Without a connection it is tried again, at longer and longer intervals.
const RETRY_MS = [2_000, 5_000, 15_000, 30_000]

// Of each form: the request that is under way, the timer of the next one, whether that is one that failed, whether something
// was changed meanwhile, whether the last answer was a refusal, and what was posted since without an answer: any of that may
// be what is saved.
const states = new WeakMap()

function stateOf(form) {
  if (!states.has(form)) {
    const address = new URLSearchParams(location.search)
    const isRefused = address.has('__err') && address.get('form') === form.dataset.unsaved
    states.set(form, { isRefused, unanswered: [] })
  }
  return states.get(form)
}

/** @returns {HTMLInputElement} */
const versionOf = (form) => form.querySelector('[name="save[version]"]')
/** @returns {NodeListOf<HTMLFormElement>} */
const forms = () => document.querySelectorAll('form[data-autosave]')
const savedForm = (target) => target?.form?.dataset.autosave && target.name ? target.form : undefined
const isDate = (field) => Boolean(field.dataset.incomplete)
const isTicked = (field) => /^(checkbox|radio)$/.test(field.type)
const valueOf = (field) => (isTicked(field) ? field.checked : field.value)
const savedValueOf = (field) => (isTicked(field) ? field.defaultChecked : field.defaultValue)
const fieldsOf = (form) => [...form.elements].filter((field) => field.name && field.type !== 'hidden' && 'defaultValue' in field)
const isChanged = (form) => fieldsOf(form).some((field) => valueOf(field) !== savedValueOf(field) || isHalfTyped(field))
// Whether what stands in it is not what is saved, as far as is known here.
const isUnsaved = (form) => stateOf(form).isRefused || stateOf(form).unanswered.length > 0 || isChanged(form)
const isOvertaken = (form) => form.querySelector('[name="save[over]"]')
const formOf = (page, form) => [...page.forms].find((one) => one.getAttribute('action') === form.getAttribute('action'))

const statusOf = (form) => form.querySelector('[role=status]')

function say(form, sentence) {
  const line = statusOf(form)
  if (line && line.textContent !== sentence) line.textContent = sentence
}

function later(form, delay, isRetry = false) {
  const state = stateOf(form)
  clearTimeout(state.timer)
  state.isRetry = isRetry
  state.timer = setTimeout(save, delay, form)
}

// Saves a form, once what it sends already has its answer.
function save(form) {
  const state = stateOf(form)
  clearTimeout(state.timer)
  state.timer = undefined
  state.isStale = Boolean(state.request)
  state.request ??= post(form, state).finally(() => {
    state.request = undefined
    if (state.isStale && form.isConnected) save(form)
  })
  return state.request
}

async function post(form, state) {
  // If somebody else saved it meanwhile, which of both texts is to stand is still to be chosen.
  if (!form.isConnected || !form.dataset.autosave || isOvertaken(form)) return
  const halfTyped = fieldsOf(form).filter(isHalfTyped)
  halfTyped.forEach(sayHalfTyped)
  if (halfTyped.length > 0) return say(form, form.dataset.incomplete)
  if (statusOf(form)?.textContent === form.dataset.incomplete) say(form, '')
  if (!isUnsaved(form)) return
  say(form, form.dataset.saving)
  const sent = new Map(fieldsOf(form).map((field) => [field, valueOf(field)]))
  const body = new FormData(form)
  body.set('save[by_itself]', 'true')
  let answer = await answerOf(form.action, body)
  if (answer && state.unanswered.length > 0 && isOvertaken(formOf(answer.page, form) ?? form)) {
    // By whom? If what is saved is what was posted from here, nobody else did it.
    const saved = await answerOf(location.href.split(/[?#]/)[0])
    const own = saved && formOf(saved.page, form)
    if (own && state.unanswered.some((one) => isSame(one, own))) {
      versionOf(form).value = versionOf(own).value
      body.set('save[version]', versionOf(own).value)
      answer = await answerOf(form.action, body)
    } else if (!saved) answer = undefined
  }
  if (!form.isConnected) return
  if (!answer) {
    say(form, form.dataset.offline)
    later(form, RETRY_MS[Math.min(state.unanswered.length, RETRY_MS.length - 1)], true)
    state.unanswered.push(body)
    markUnanswered(form)
    return
  }
  show(form, answer, sent)
}

// The page that answers, if one does.
async function answerOf(address, body) {
  const answer = await load(address, body, new AbortController().signal).catch(() => undefined)
  return answer?.page && !answer.isFault ? answer : undefined
}

// Whether a form holds what was posted; not what it asks only when it refuses something, nor its room for one more, nor the
// id that what is new has got.
function isSame(posted, form) {
  const isKept = ([name, value]) => !/^save\[|\[id]$/.test(name) && value.trim() && form.elements.namedItem(name)
  const [one, other] = [posted, new FormData(form)].map((data) => [...data].filter(isKept).map(([name, value]) => [name, value.trim()]))
  return JSON.stringify(one) === JSON.stringify(other)
}

// Whoever leaves is asked, also where what is typed is what was saved before: an output counts as a field that was changed
// (`unsaved.js`), and is sent with nothing.
function markUnanswered(form) {
  const mark = Object.assign(document.createElement('output'), { hidden: true, value: '…' })
  if (!form.querySelector('output')) form.append(mark)
}

// Shows what the page that answers says.
function show(form, { page, url }, sent) {
  const answered = formOf(page, form)
  const state = stateOf(form)
  if (!answered) {
    // The session has ended, or the role is another one: the page is fetched again, and what is typed is kept.
    location.href = location.href.split('#')[0]
    return
  }
  state.isRefused = url.searchParams.has('__err')
  if (!state.isRefused) {
    state.unanswered = []
    form.querySelector('output')?.remove()
    const { value } = versionOf(answered)
    versionOf(form).value = value
    const launched = document.querySelector(`[name="versions[${form.dataset.autosave}]"]`)
    if (launched instanceof HTMLInputElement) launched.value = value
    for (const [field, saved] of sent) {
      if (isTicked(field)) field.defaultChecked = saved
      else field.defaultValue = saved
    }
    // What the address says was refused is saved.
    form.dataset.unsaved = ''
    for (const one of document.querySelectorAll('form[data-saved-first]')) say(one, '')
  }
  for (const part of document.querySelectorAll('main [data-answer]')) {
    const owner = part.closest('form[data-autosave]')
    const other = page.getElementById(part.id)
    const isOwn = !owner || owner === form
    const isShown = part.innerHTML === other?.innerHTML
    const focused = part.contains(document.activeElement) && document.activeElement
    // Nothing is taken from under a press.
    if (!other || !isOwn || isShown || focused?.matches?.('a, button')) continue
    part.replaceChildren(...other.childNodes)
    if (focused) form.querySelector('button')?.focus({ preventScroll: true })
  }
  for (const field of fieldsOf(form)) mark(field, answered.elements[field.name], page)
  if (!answered.dataset.autosave) endDraft(form)
}

// It was launched or archived meanwhile: nothing saves by itself any more, and there is nothing to be launched.
function endDraft(form) {
  const sentence = statusOf(form)?.textContent
  for (const one of forms()) {
    if (isUnsaved(one)) say(one, sentence)
    delete one.dataset.autosave
  }
  document.querySelector('form[data-saved-first]')?.closest('section')?.remove()
}

// What is wrong with a field, beside it.
function mark(field, answered, page) {
  if (!field.id || !(answered instanceof HTMLElement)) return
  const id = `${field.id}-error`
  const before = document.getElementById(id)
  // Parts of the answer were shown already.
  if (before?.closest('[data-answer]')) return
  before?.remove()
  const sentence = page.getElementById(id)
  if (sentence) field.closest('.form-field')?.append(sentence)
  for (const name of ['aria-invalid', 'aria-describedby']) {
    const value = answered.getAttribute(name)
    if (value === null) field.removeAttribute(name)
    else field.setAttribute(name, value)
  }
}

document.addEventListener('input', ({ target }) => {
  const form = savedForm(target)
  if (form) later(form, PAUSE_MS)
})
// A field of text that is left.
document.addEventListener('change', ({ target }) => {
  const form = savedForm(target)
  if (form && !isTicked(target) && !isHalfTyped(target)) save(form)
})
// What was half-typed and is empty is no change to the browser.
document.addEventListener('focusout', ({ target }) => {
  const form = savedForm(target)
  if (form && isDate(target)) later(form, PAUSE_MS)
})
const saveNow = () => {
  for (const form of forms()) if (stateOf(form).timer) save(form)
}
window.addEventListener('online', saveNow)
window.addEventListener('leaving', saveNow)

// A form that is sent waits for what saves by itself: a save of one's own is no older version. One with `data-saved-first`, a
// launch, is of what stands on the page: it is not sent while something there is not saved, and says so.
window.addEventListener('submit', async (event) => {
  const sent = event.target
  if (!(sent instanceof HTMLFormElement)) return
  const own = stateOf(sent)
  clearTimeout(own.timer)
  own.timer = undefined
  own.isStale = false
  if (own.hasWaited) return
  // What failed is tried once more, and then not waited for.
  const tried = new Set()
  const isTyped = (form) => form !== sent && stateOf(form).timer && !stateOf(form).isRetry
  const isUnanswered = (form) => stateOf(form).unanswered.length > 0 && !isOvertaken(form) && !tried.has(form)
  const waiting = () => [...forms()].filter((form) => stateOf(form).request || isTyped(form) || isUnanswered(form))
  const isHeld = () => sent.dataset.savedFirst && [...forms()].some(isUnsaved)
  if (waiting().length === 0 && !isHeld()) return
  event.preventDefault()
  event.stopImmediatePropagation()
  while (waiting().length > 0) {
    await Promise.all(waiting().map((form) => {
      tried.add(form)
      return stateOf(form).request ?? save(form)
    }))
  }
  if (isHeld()) return say(sent, sent.dataset.savedFirst)
  own.hasWaited = true
  if (sent.isConnected) sent.requestSubmit(event.submitter?.isConnected ? event.submitter : null)
  else [...document.forms].find((form) => form.action === sent.action)?.requestSubmit()
  own.hasWaited = false
}, true)

// What was typed before the program was there.
for (const form of forms()) if (isChanged(form)) later(form, PAUSE_MS)
