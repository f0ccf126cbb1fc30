//! What becomes of a text whose page was left while it was on its way (`script/outgoing.js`).

/// Says that it was sent, where the page says that it is being sent.
pub fn show_sent() {
    #[cfg(feature = "hydrate")]
    script::show_sent();
}

/// A text as it goes off: who wrote it on the page that is shown, to whom, and its words.
pub struct Writing {
    #[cfg(feature = "hydrate")]
    noted: wasm_bindgen::JsValue,
}

impl Writing {
    /// What is in the reply box now.
    pub fn note() -> Self {
        Self {
            #[cfg(feature = "hydrate")]
            noted: script::note_writing(),
        }
    }

    /// Says on whatever page is shown that it was not sent, and why, and keeps it for its writer. Without a reason: that it
    /// was not saved as a draft, unless something later of its conversation is on its way. Returns whether its writer is
    /// who reads the page.
    pub fn show_unsent(&self, why: &str) -> bool {
        #[cfg(feature = "hydrate")]
        {
            script::show_unsent(&self.noted, why)
        }
        #[cfg(not(feature = "hydrate"))]
        {
            let _ = why;
            false
        }
    }
}

#[cfg(feature = "hydrate")]
mod script {
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = baton, js_name = noteWriting)]
        pub(super) fn note_writing() -> JsValue;
        #[wasm_bindgen(js_namespace = baton, js_name = showSent)]
        pub(super) fn show_sent();
        #[wasm_bindgen(js_namespace = baton, js_name = showUnsent)]
        pub(super) fn show_unsent(noted: &JsValue, why: &str) -> bool;
    }
}
