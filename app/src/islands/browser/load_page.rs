//! Pages of this site, loaded behind the one that is shown.

use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Document;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = baton, js_name = fetchBehind)]
    fn fetch_behind(path: &str, take: &JsValue);
}

/// Loads a page and passes it on, parsed; its scripts do not run. Without a connection it is tried again for as long as the
/// page is shown, which says so meanwhile (`script/requests.js`).
pub fn load_page(path: &str, on_load: impl FnOnce(Document) + 'static) {
    let take = move |page: JsValue| on_load(page.unchecked_into());
    fetch_behind(path, &Closure::once_into_js(take));
}
