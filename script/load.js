// Pages as the script fetches them.

// What the server must answer within; a file is sent without a limit, because the server reads it step by step.
export const LIMIT_MS = 20_000

// Does what asks for something, with a signal that ends with this one, and when the limit is over before there is all of the
// answer; kept any longer, the limit would keep what asked, of a page that is left. Older browsers have no
// `AbortSignal.any`.
export async function withinLimit(signal, ask) {
  const limit = new AbortController()
  const end = () => limit.abort()
  signal?.addEventListener('abort', end)
  if (signal?.aborted) end()
  const timer = setTimeout(end, LIMIT_MS)
  try {
    return await ask(limit.signal)
  } finally {
    clearTimeout(timer)
  }
}

const MOST_REDIRECTS = 8

// Fetches an address, or what a form leads to. The server names redirects in a header, because `fetch` would follow
// them without the fragment, and takes a refused form back to the page that it came from, `referrer`.
export function load(address, form, abort, referrer = location.href) {
  const file = form && [...form.values()].some((value) => value instanceof File)
  const follow = async (signal) => {
    const get = { headers: { accept: 'text/html', 'baton-navigation': 'true' }, signal }
    // As the form would be sent by the browser: only with a file in parts.
    let request = form ? { ...get, method: 'POST', referrer, body: file ? form : new URLSearchParams(form) } : get
    let url = new URL(address)
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      // A form was answered already whose next page is lost.
      const response = await fetch(url, request).catch((error) => {
        throw Object.assign(error, { wasPosted: form && request === get })
      })
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
  // What a form asks for arrives, also when its page is left.
  return file ? follow(abort) : withinLimit(form ? undefined : abort, follow)
}
