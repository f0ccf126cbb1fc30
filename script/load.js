// Pages as the script fetches them.

// What the server must answer within.
export const LIMIT_MS = 20_000

// Does what asks for something, with a signal that ends with this one, and when the limit is over before there is all of the
// answer; kept any longer, the limit would keep what asked, of a page that is left. Older browsers have no
// `AbortSignal.any`. A file takes as long as it takes, because the server reads it step by step: its limit begins when it
// is answered, which `ask` says by what it gets besides, or while the program says that there is no connection.
export async function withinLimit(signal, ask, isFile = false) {
  const [limit, file] = [new AbortController(), new AbortController()]
  const end = () => limit.abort()
  signal?.addEventListener('abort', end)
  if (signal?.aborted) end()
  let timer
  const begin = () => { timer ??= setTimeout(end, LIMIT_MS) }
  const stop = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const answered = () => {
    file.abort()
    begin()
  }
  if (isFile) {
    const until = { signal: file.signal }
    // A page that is not seen hears nothing, not even that there is a connection again.
    window.addEventListener('offline', () => document.hidden || begin(), until)
    window.addEventListener('online', stop, until)
    document.addEventListener('visibilitychange', stop, until)
  } else {
    begin()
  }
  try {
    return await ask(limit.signal, answered)
  } finally {
    file.abort()
    stop()
  }
}

const MOST_REDIRECTS = 8

// Fetches an address, or what a form leads to. The server names redirects in a header, because `fetch` would follow
// them without the fragment, and takes a refused form back to the page that it came from, `referrer`.
export function load(address, form, abort, referrer = location.href) {
  const isFile = form && [...form.values()].some((value) => value instanceof File)
  const follow = async (signal, answered) => {
    const get = { headers: { accept: 'text/html', 'baton-navigation': 'true' }, signal }
    // As the form would be sent by the browser: only with a file in parts.
    let request = form ? { ...get, method: 'POST', referrer, body: isFile ? form : new URLSearchParams(form) } : get
    let url = new URL(address)
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      // A form was answered already whose next page is lost.
      const response = await fetch(url, request).catch((error) => {
        throw Object.assign(error, { wasPosted: form && request === get })
      })
      answered()
      const location = response.headers.get('baton-location')
      if (location === null) {
        const isPage = response.headers.get('content-type')?.startsWith('text/html')
        // What a form got for an answer cannot be loaded from its address.
        const isPosted = request !== get
        const page = isPage && new DOMParser().parseFromString(await response.text(), 'text/html')
        return { url, page, isPosted, isFault: response.status >= 500 }
      }
      url = new URL(location, url)
      request = get
    }
    throw new Error('too many redirects')
  }
  // What a form asks for arrives, also when its page is left; a file may be given up.
  return withinLimit(form && !isFile ? undefined : abort, follow, isFile)
}
