// A button, a link or a switch that is moved or replaced between the press and the letting go is not pressed.

import { pause } from './pause.js'

// How often it is looked whether what is pressed is let go.
const PRESS_MS = 50

// Waits until nothing is pressed.
export async function letGo() {
  while (document.querySelector(':is(a, button, summary, label, input):active')) await pause(PRESS_MS)
}
