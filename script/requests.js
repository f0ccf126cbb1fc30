// The requests that the program (WASM) of a page makes by itself, and its forms. Each says for whom its page was made: in
// another window its reader may have changed to another organization, or somebody else have signed in. The server refuses
// those then, and the page of the program is fetched again. Here, because Leptos has no place that all requests of server
// functions go through.

import { viewer } from './typed.js'

const send = window.fetch

window.fetch = async (request, options) => {
  const of = viewer() ?? ''
  // The program passes requests, the script addresses.
  if (request instanceof Request) request.headers.set('baton-viewer', of)
  else if (options?.method === 'POST') options.headers = { ...options.headers, 'baton-viewer': of }
  const response = await send(request, options)
  const isUnderWay = document.documentElement.hasAttribute('data-navigating')
  if (response.headers.has('baton-outdated') && !isUnderWay) location.href = location.href.split('#')[0]
  return response
}
