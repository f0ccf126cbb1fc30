// The script of every page: what the browser does of Baton apart from the program (WASM), which it loads. It is one
// file when it is built.

import { showFailure } from './failure.js'
import { takeCarriedFocus } from './focus.js'
import './fill.js'
import { grow } from './grow.js'
import './link-button.js'
import './press.js'
// Before the navigation, which it may keep from beginning.
import './unsaved.js'
import { fetchBehind } from './requests.js'
import './request-list.js'
import './navigation.js'
import { hideSentNotice, lookUpTexts, noteWriting, restoreLines, restoreUnsent, showSent, showUnsent } from './outgoing.js'
import { settle } from './press.js'
import { loadProgram } from './program.js'
import { restoreTyped } from './typed.js'

// What the program calls.
Object.assign(window, { baton: { fetchBehind, noteWriting, showFailure, showSent, showUnsent } })
loadProgram()
settle()
restoreTyped()
const [loading] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'))
if (loading?.type !== 'navigate') hideSentNotice()
restoreLines()
restoreUnsent()
lookUpTexts()
grow()
takeCarriedFocus()
// Not by the browser, which does it before a key that is held down can be told from a press.
/** @type {HTMLElement | null} */
const button = document.querySelector('[data-autofocus]')
if (document.activeElement === document.body) button?.focus()

// A link of a window to a part of the page behind it.
window.addEventListener('hashchange', () => {
  /** @type {HTMLDialogElement | null} */
  const dialog = document.querySelector('dialog[open]')
  dialog?.close()
})
