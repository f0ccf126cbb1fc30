//! The WASM entry: makes the islands of a page live.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called once by the page's loader, before it wakes the islands one by one.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
    app::islands::browser::mark_hydrated();
}
