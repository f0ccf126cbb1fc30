// Forms that save by themselves (`data-autosave`): after a pause, or when a field is left, they are posted as their button
// posts them, and of the page that answers what is marked with `data-answer` takes the place of what was said before. What
// is typed stays as it is. Only admins have such forms, so this is loaded with their program (`.ci/build/glue`).

import { load } from './load.js'

const PAUSE_MS = 1_000
// Without a connection it is tried again, at longer and longer intervals.
const RETRY_MS = [2_000, 5_000, 15_000, 30_000]

// Of each form: the request that is under way, the timer of the next one, whether that is one that failed, how often one
// has failed since the last that did not, and whether something was changed meanwhile.
const states = new WeakMap()

function stateOf(form) {
  if (!states.has(form)) states.set(form, { failures: 0 })
  return states.get(form)
}

/** @returns {HTMLInputElement} */
const versionOf = (form) => form.querySelector('[name="save[version]"]')
/** @returns {NodeListOf<HTMLFormElement>} */
const forms = () => document.querySelectorAll('form[data-autosave]')
const savedForm = (target) => target?.form?.dataset.autosave && target.name ? target.form : undefined
const isTicked = (field) => /^(checkbox|radio)$/.test(field.type)
const valueOf = (field) => (isTicked(field) ? field.checked : field.value)
const savedValueOf = (field) => (isTicked(field) ? field.defaultChecked : field.defaultValue)
const fieldsOf = (form) => [...form.elements].filter((field) => field.name && field.type !== 'hidden' && 'defaultValue' in field)
const isChanged = (form) => fieldsOf(form).some((field) => valueOf(field) !== savedValueOf(field))

function say(form, sentence) {
  const line = form.querySelector('[role=status]')
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
  if (!form.isConnected || !form.dataset.autosave || !isChanged(form)) return
  // Somebody else saved it meanwhile, and which of both texts is to stand is still to be chosen.
  if (form.querySelector('[name="save[over]"]')) return
  say(form, form.dataset.saving)
  const sent = new Map(fieldsOf(form).map((field) => [field, valueOf(field)]))
  const body = new FormData(form)
  body.set('save[by_itself]', 'true')
  let answer
  try {
    answer = await load(form.action, body, new AbortController().signal)
  } catch {
    // Said below.
  }
  if (!form.isConnected) return
  if (!answer?.page || answer.isFault) {
    say(form, form.dataset.offline)
    later(form, RETRY_MS[Math.min(state.failures, RETRY_MS.length - 1)], true)
    state.failures += 1
    return
  }
  state.failures = 0
  show(form, answer, sent)
}

// Shows what the page that answers says.
function show(form, { page, url }, sent) {
  const answered = [...page.forms].find((one) => one.getAttribute('action') === form.getAttribute('action'))
  if (!answered) {
    // The session has ended, or the role is another one: the page is fetched again, and what is typed is kept.
    location.href = location.href.split('#')[0]
    return
  }
  // It was launched meanwhile.
  if (!answered.dataset.autosave) delete form.dataset.autosave
  if (!url.searchParams.has('__err')) {
    versionOf(form).value = versionOf(answered).value
    for (const [field, value] of sent) {
      if (isTicked(field)) field.defaultChecked = value
      else field.defaultValue = value
    }
    // What the address says was refused is saved.
    form.dataset.unsaved = ''
  }
  for (const part of document.querySelectorAll('main [data-answer]')) {
    const owner = part.closest('form[data-autosave]')
    const other = page.getElementById(part.id)
    const isOwn = !owner || owner === form
    const isSame = part.innerHTML === other?.innerHTML
    const focused = part.contains(document.activeElement) && document.activeElement
    // Nothing is taken from under a press.
    if (!other || !isOwn || isSame || focused?.matches?.('a, button')) continue
    part.replaceChildren(...other.childNodes)
    if (focused) form.querySelector('button')?.focus({ preventScroll: true })
  }
  for (const field of fieldsOf(form)) mark(field, answered.elements[field.name], page)
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
  if (form && !isTicked(target)) save(form)
})
const saveNow = () => {
  for (const form of forms()) if (stateOf(form).timer) save(form)
}
window.addEventListener('online', saveNow)
window.addEventListener('leaving', saveNow)

// A form that is sent waits for what saves by itself: a launch is of what stands on the page, and a save of one's own is no
// older version.
window.addEventListener('submit', async (event) => {
  const sent = event.target
  if (!(sent instanceof HTMLFormElement)) return
  const own = stateOf(sent)
  clearTimeout(own.timer)
  own.timer = undefined
  own.isStale = false
  const isWaiting = (form) => stateOf(form).request || (form !== sent && stateOf(form).timer && !stateOf(form).isRetry)
  const waiting = () => [...forms()].filter(isWaiting)
  if (waiting().length === 0) return
  event.preventDefault()
  event.stopImmediatePropagation()
  while (waiting().length > 0) await Promise.all(waiting().map((form) => stateOf(form).request ?? save(form)))
  if (sent.isConnected) sent.requestSubmit(event.submitter?.isConnected ? event.submitter : null)
  else [...document.forms].find((form) => form.action === sent.action)?.requestSubmit()
}, true)

// What was typed before the program was there.
for (const form of forms()) if (isChanged(form)) later(form, PAUSE_MS)
