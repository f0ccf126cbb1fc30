// The style sheets. Everybody has one; pages of admins have another beside it.

// For so long a sheet may take.
const LIMIT_MS = 20_000

/** @returns {NodeListOf<HTMLLinkElement>} */
const sheets = (page) => page.querySelectorAll('link[rel=stylesheet]')

const addresses = (page) => [...sheets(page)].map((link) => link.getAttribute('href'))

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
  const missing = [...sheets(page)].filter((link) => !current.includes(link.getAttribute('href')))
  await Promise.all(missing.map((link) => takeStyle(link.getAttribute('href'), AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]))))
}
