// How long the text of a box is, as carriers count it, and whether straight quotes spare a segment. The reply box counts by
// the program; this is for the boxes of pages, which any member may have, and is loaded when somebody types in one
// (`script/fill.js`). As `app/src/components/segments.rs`.

import { withStraightQuotes } from './straight-quotes.js'

const GSM = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà'
const GSM_DOUBLE = '^{}\\[~]|€'

function septetCount(character) {
  if (/[0-9A-Za-z]/.test(character) || GSM.includes(character)) return 1
  return GSM_DOUBLE.includes(character) ? 2 : undefined
}

// One that takes two units is not split between two segments.
function segmentCount(units, alone, joined) {
  let [length, full, inLast] = [0, 0, 0]
  for (const unit of units) {
    length += unit
    inLast += unit
    if (inLast > joined) {
      full += 1
      inLast = unit
    }
  }
  return length > alone ? full + 1 : Math.min(length, 1)
}

function segmentsOf(text) {
  const characters = [...text]
  const septets = characters.map(septetCount)
  if (septets.includes(undefined)) return segmentCount(characters.map((character) => character.length), 70, 67)
  return segmentCount(septets, 160, 153)
}

// Says so in the line of the box. Its words are there for one and for more, of characters and of segments.
export function showLength(box, line) {
  const [characters, segments] = [[...box.value].length, segmentsOf(box.value)]
  const words = line.dataset.words.split('|')[(characters === 1 ? 0 : 2) + (segments === 1 ? 0 : 1)]
  const [before, between, behind] = words.split(/\d+/)
  line.textContent = before + characters.toLocaleString(document.documentElement.lang) + between + segments + behind
  const offer = box.form?.querySelector('[data-fill=straight]')
  if (offer) offer.hidden = segmentsOf(withStraightQuotes(box.value)) >= segments
}
