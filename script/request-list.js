// The list of Assignment Requests, fetched anew when the program hears of a change. Without the program it is what the server
// made.

import { take as giveFocus } from './focus.js'
import { fetchBehind } from './requests.js'

// Where somebody is about to decide, the old request stays with what they have typed and the focus, as long as it is pending.
function replace(page) {
  const [shown, now] = [document, page].map((of) => of.getElementById('pending'))
  if (!shown || !now || shown.isEqualNode(now)) return
  const focused = document.activeElement
  for (const open of shown.querySelectorAll('details[open], li :focus')) {
    const request = open.closest('li')
    now.querySelector(`#${request.id}`)?.replaceWith(request)
  }
  shown.replaceWith(now)
  giveFocus(focused)
}

window.addEventListener('requests', () => fetchBehind('/requests', replace))
