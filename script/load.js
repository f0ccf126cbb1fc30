// Pages as the script fetches them.

// What the server must answer within; a file is sent without a limit, because the server reads it step by step.
export const LIMIT_MS = 20_000

// A signal that ends with this one, and when the limit is over. Older browsers have no `AbortSignal.any`.
export function withinLimit(signal) {
  const limit = new AbortController()
  const end = () => limit.abort()
  signal?.addEventListener('abort', end)
  if (signal?.aborted) end()
  setTimeout(end, LIMIT_MS)
  return limit.signal
}

const MOST_REDIRECTS = 8

// Fetches an address, or what a form leads to. The server names redirects in a header, because `fetch` would follow
// them without the fragment, and takes a refused form back to the page that it came from, `referrer`.
export async function load(address, form, abort, referrer = location.href) {
  const file = form && [...form.values()].some((value) => value instanceof File)
  const signal = file ? abort : withinLimit(abort)
  const get = { headers: { accept: 'text/html', 'baton-navigation': 'true' }, signal }
  // As the form would be sent by the browser: only with a file in parts.
  let request = form ? { ...get, method: 'POST', referrer, body: file ? form : new URLSearchParams(form) } : get
  let url = new URL(address)
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const response = await fetch(url, request)
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
