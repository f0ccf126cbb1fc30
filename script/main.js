// The script of every page: what the browser does of Baton apart from the program (WASM), which it loads. It is one
// file when it is built.

import './link-button.js'
import './press.js'
// Before the navigation, which it may keep from beginning.
import './unsaved.js'
import './navigation.js'
import { restoreUnsent } from './outgoing.js'
import { settle } from './press.js'
import { loadProgram } from './program.js'
import { restoreTyped } from './typed.js'

loadProgram()
settle()
restoreTyped()
restoreUnsent()
