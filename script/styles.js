// The style sheets. Everybody has one; pages of admins have another beside it.

import { withinLimit } from './load.js'

const addresses = (page) => [...page.querySelectorAll('link[rel=stylesheet]')].map((link) => link.getAttribute('href'))

// Whether the document has the same version of the sheets that both have.
export function hasStyles(page) {
  const [current, needed] = [document, page].map(addresses)
  return current[0] === needed[0] && (current.length < 2 || needed.length < 2 || current[1] === needed[1])
}

function takeStyle(href, signal) {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href })
  return /** @type {Promise<void>} */ (new Promise((done, fail) => {
    const giveUp = () => {
      link.remove()
      fail(new Error(`${href} cannot be loaded`))
    }
    link.addEventListener('load', () => {
      signal.removeEventListener('abort', giveUp)
      done()
    })
    link.addEventListener('error', giveUp)
    signal.addEventListener('abort', giveUp)
    document.head.append(link)
  }))
}

// Takes the sheets of a page that the document has not; they are there when it is shown, or it is not shown.
export async function takeStyles(page, signal) {
  const current = addresses(document)
  const missing = addresses(page).filter((address) => !current.includes(address))
  await withinLimit(signal, (limit) => Promise.all(missing.map((address) => takeStyle(address, limit))))
}
