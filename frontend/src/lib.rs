//! The WASM entry: what the script of a page calls (`app/src/navigation.js`).

use app::islands::browser;
use wasm_bindgen::prelude::wasm_bindgen;

/// Hydrates the islands of the page that the document shows: once by the loader, and after each navigation.
#[wasm_bindgen]
pub fn hydrate() {
    browser::show_page();
}

/// Ends the islands of the page, before another one is shown.
#[wasm_bindgen]
pub fn leave() {
    browser::leave_page();
}

/// Whether something is being saved that the next page may show.
#[wasm_bindgen]
pub fn is_saving() -> bool {
    browser::is_saving()
}
