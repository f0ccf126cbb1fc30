// The box of the reply grows with what is written, in browsers that do not do that by themselves (`field-sizing`).

import { replyBox } from './typed.js'

const isOurs = !CSS.supports('field-sizing: content')

// As high as its lines; how high it may become, the style sheet says.
export function grow() {
  const box = isOurs && replyBox()?.box
  if (!box) return
  box.style.height = 'auto'
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`
}

document.addEventListener('input', grow)
