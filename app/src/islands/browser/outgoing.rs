//! What becomes of a text whose page was left while it was being sent (`script/outgoing.js`).

/// Says that it was sent, where the page says that it is being sent.
pub fn show_sent() {
    #[cfg(feature = "hydrate")]
    script::show_sent();
}

/// Says on whatever page is shown that a text was not sent, and keeps it for its writer: a sentence, the path of its
/// conversation, the words of the link to it, and the text.
pub fn show_unsent(sentence: &str, path: &str, link: &str, text: &str) {
    #[cfg(feature = "hydrate")]
    script::show_unsent(sentence, path, link, text);
    #[cfg(not(feature = "hydrate"))]
    let _ = (sentence, path, link, text);
}

#[cfg(feature = "hydrate")]
mod script {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = baton, js_name = showSent)]
        pub(super) fn show_sent();
        #[wasm_bindgen(js_namespace = baton, js_name = showUnsent)]
        pub(super) fn show_unsent(sentence: &str, path: &str, link: &str, text: &str);
    }
}
