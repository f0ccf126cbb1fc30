// A link that is drawn as a button is pressed by the space bar too, which would scroll the page.

document.addEventListener('keydown', (event) => {
  const link = event.target
  if (event.key !== ' ' || !(link instanceof HTMLAnchorElement) || !link.matches('.button')) return
  event.preventDefault()
  if (!event.repeat) link.click()
})
