// The requests that the program (WASM) of a page makes by itself, and its forms. Each says for whom its page was made: in
// another window its reader may have changed to another organization, or somebody else have signed in. The server refuses
// those then, and the page of the program is fetched again. Each names the conversations in which texts are being sent:
// those are no more what comes next. And each ends within the limit. Here, because Leptos has no place that all requests of
// server functions go through.

import { hideConnectionLost, showConnectionLost } from './failure.js'
import { letGo } from './let-go.js'
import { load, withinLimit } from './load.js'
import { noteAnswered, noteUnanswered } from './outgoing.js'
import { pause } from './pause.js'
import { running } from './program.js'
import { viewer } from './typed.js'

// What a page asks for by itself, or can ask for twice, is asked for again until it is there, as long as the page is.
const REPEATED = /\/(watch|texter-home|progress|dismiss-notices)$/
const RETRY_MS = 3_000

// A text, and for how long it is sent again: less than the ten minutes for which the server takes it for the same one.
const TEXT = /\/conversations\/send$/
const SENT_AGAIN_MS = 8 * 60_000

const send = window.fetch

// Asks until there is an answer; meanwhile the page says that the connection is lost. `undefined`: it is another page by
// now.
async function repeat(ask) {
  const main = document.querySelector('main')
  while (main?.isConnected) {
    const answer = await ask().catch(() => undefined)
    if (!main.isConnected) break
    if (answer) {
      hideConnectionLost()
      return answer
    }
    showConnectionLost()
    await pause(RETRY_MS)
  }
  return undefined
}

// Sends a text, and again while there is no answer and its page is left: it goes out once, however often it arrives.
async function sendText(request, once) {
  const until = Date.now() + SENT_AGAIN_MS
  const attempt = () => once().catch(() => undefined)
  // A fault of the server is none: it may come after the text was taken.
  const isAnswer = (response) => response?.status < 500
  let response = await attempt()
  if (isAnswer(response)) return response
  const conversation = new URLSearchParams(await request.clone().text()).get('conversation')
  while (noteUnanswered(conversation) && Date.now() < until) {
    await pause(RETRY_MS)
    response = await attempt()
    if (!isAnswer(response)) continue
    // Whoever is somebody else by now, or nobody, does not hear what became of it.
    if (response.status !== 401 && !response.headers.has('baton-outdated')) noteAnswered(conversation)
    break
  }
  return response ?? Promise.reject(new Error('There is no answer.'))
}

async function sendForProgram(request) {
  const once = () => withinLimit(request.signal, async (signal) => {
    const response = await send(request.clone(), { signal })
    // All of it is there.
    await response.clone().blob()
    return response
  })
  if (TEXT.test(request.url)) return sendText(request, once)
  if (!REPEATED.test(request.url)) return once()
  return await repeat(once) ?? Promise.reject(new Error('Its page is left.'))
}

window.fetch = async (request, options) => {
  const headers = { 'baton-viewer': viewer() ?? '', 'baton-sending': running?.sending() ?? '' }
  // The program passes requests, the script addresses.
  const isOfProgram = request instanceof Request
  for (const [name, value] of Object.entries(headers)) {
    if (isOfProgram) request.headers.set(name, value)
    else if (options?.headers) options.headers = { ...options.headers, [name]: value }
  }
  const response = await (isOfProgram ? sendForProgram(request) : send(request, options))
  // What the program does with it moves the page.
  if (isOfProgram) await letGo()
  const isUnderWay = document.documentElement.hasAttribute('data-navigating')
  if (response.headers.has('baton-outdated') && !isUnderWay) location.href = location.href.split('#')[0]
  return response
}

// The last request for each page that is shown in part only.
const newest = new Map()

// Fetches a page behind the one that is shown, for the program too, and passes it on, parsed; its scripts do not run. One that
// was overtaken by a newer one is dropped.
export async function fetchBehind(path, take) {
  const request = {}
  newest.set(path, request)
  const isNewest = () => newest.get(path) === request
  const arrived = await repeat(async () => {
    if (!isNewest()) return {}
    const answer = await load(new URL(path, location.href))
    await letGo()
    return answer.isFault ? undefined : answer
  })
  if (!isNewest()) return
  newest.delete(path)
  if (arrived?.page) take(arrived.page)
}
