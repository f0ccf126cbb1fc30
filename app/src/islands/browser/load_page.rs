//! Pages of this site, loaded behind the one that is shown.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Document, XmlHttpRequest, XmlHttpRequestResponseType};

/// Loads a page and passes it on, parsed; its scripts do not run. If it cannot be loaded nothing happens.
pub fn load_page(path: &str, on_load: impl FnOnce(Document) + 'static) {
    let Ok(request) = XmlHttpRequest::new() else {
        return;
    };
    if request.open("GET", path).is_err() {
        return;
    }
    request.set_response_type(XmlHttpRequestResponseType::Document);
    let response = request.clone();
    let loaded = Closure::once_into_js(move || {
        if let Ok(Some(page)) = response.response_xml() {
            on_load(page);
        }
    });
    request.set_onload(Some(loaded.unchecked_ref()));
    let _ = request.send();
}
