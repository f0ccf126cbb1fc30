// The style sheets. Everybody has one; pages of admins have another beside it.

/** @returns {NodeListOf<HTMLLinkElement>} */
const sheets = (page) => page.querySelectorAll('link[rel=stylesheet]')

const addresses = (page) => [...sheets(page)].map((link) => link.getAttribute('href'))

// Whether the document has the same version of the sheets that both have.
export function hasStyles(page) {
  const [current, needed] = [document, page].map(addresses)
  return current[0] === needed[0] && (current.length < 2 || needed.length < 2 || current[1] === needed[1])
}

// Takes the sheets of a page that the document has not; they are there when it is shown.
export async function takeStyles(page) {
  const current = addresses(document)
  const missing = [...sheets(page)].filter((link) => !current.includes(link.getAttribute('href')))
  await Promise.all(missing.map((link) => new Promise((done) => {
    const taken = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: link.getAttribute('href') })
    for (const end of ['load', 'error']) taken.addEventListener(end, done)
    document.head.append(taken)
  })))
}
