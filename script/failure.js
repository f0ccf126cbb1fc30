// The sentence on a page why something that it asked for does not come.

const id = 'failure'
const { connectionLost, noConnection, notLoaded } = document.documentElement.dataset

// Returns the notice, if it says something new: once, however often the same is tried.
export function showFailure(sentence) {
  const before = document.getElementById(id)
  if (before?.textContent === sentence) return undefined
  before?.remove()
  const failure = Object.assign(document.createElement('p'), { id, className: 'notice notice-error failure', role: 'alert', textContent: sentence })
  document.querySelector('main')?.prepend(failure)
  return failure
}

function hideFailure(sentence) {
  const failure = document.getElementById(id)
  if (failure && failure.textContent === sentence) failure.remove()
}

// Of what the page asks for by itself, as long as nothing else is said.
export function showConnectionLost() {
  if (!document.getElementById(id)) showFailure(connectionLost)
}
export const hideConnectionLost = () => hideFailure(connectionLost)
// The program says it too when nothing arrives any more. Some pages show that elsewhere.
window.addEventListener('offline', () => {
  if (!document.querySelector('main .live')) showConnectionLost()
})
window.addEventListener('online', () => {
  hideConnectionLost()
  hideFailure(noConnection)
})

// Of the program.
export const showNotLoaded = () => showFailure(notLoaded)
export const hideNotLoaded = () => hideFailure(notLoaded)
