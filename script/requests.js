// The requests that the program (WASM) of a page makes by itself. Each says for whom its page was made: in another window
// its reader may have changed to another organization, or somebody else have signed in. The server refuses those then, and
// the page is fetched again. Here, because Leptos has no place that all requests of server functions go through.

import { viewer } from './typed.js'

const send = window.fetch

// The program alone passes requests; the script passes addresses.
window.fetch = async (request, options) => {
  if (request instanceof Request) request.headers.set('baton-viewer', viewer() ?? '')
  const response = await send(request, options)
  const isUnderWay = document.documentElement.hasAttribute('data-navigating')
  if (response.headers.has('baton-outdated') && !isUnderWay) location.href = location.href.split('#')[0]
  return response
}
