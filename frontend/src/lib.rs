//! The WASM entry: what the script of a page calls (`script/`).

use app::islands::browser;
use wasm_bindgen::prelude::wasm_bindgen;

/// What hands out the program's memory: the standard library's own is two kilobytes more of the download, and slower.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

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

/// Takes in what islands say, in the language of the page, before the first of them is hydrated.
#[wasm_bindgen]
pub fn take_sentences(file: String) {
    sentences::take_sentences(file);
}

/// The conversations of which something is on its way to the server: `7,12`.
#[wasm_bindgen]
pub fn pending() -> String {
    browser::pending_conversations()
}

/// The conversations in which a text is being sent.
#[wasm_bindgen]
pub fn sending() -> String {
    browser::sending_conversations()
}
