//! The sentence on a page about what was asked for and does not come (`script/failure.js`).

#[cfg(feature = "hydrate")]
use wasm_bindgen::prelude::wasm_bindgen;

/// Says a sentence at the top of whatever page is shown, in the place of the one that was said there before.
pub fn show_failure(sentence: &str) {
    #[cfg(feature = "hydrate")]
    show(sentence);
    #[cfg(not(feature = "hydrate"))]
    let _ = sentence;
}

#[cfg(feature = "hydrate")]
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = baton, js_name = showFailure)]
    fn show(sentence: &str);
}
