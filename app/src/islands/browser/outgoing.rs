//! What becomes of a text whose page was left while it was on its way (`script/outgoing.js`).

/// What is written, as it goes off: who wrote it on the page that is shown, to whom, and its words.
#[derive(Clone)]
pub struct Writing {
    #[cfg(feature = "hydrate")]
    noted: wasm_bindgen::JsValue,
}

impl Writing {
    /// What is in the reply box now, to be saved as a draft.
    pub fn draft() -> Self {
        Self::note(false)
    }

    /// What is in the reply box now, to be sent. It is kept until there is an answer: the document may end before.
    pub fn text() -> Self {
        Self::note(true)
    }

    fn note(is_text: bool) -> Self {
        #[cfg(not(feature = "hydrate"))]
        let _ = is_text;
        Self {
            #[cfg(feature = "hydrate")]
            noted: script::note_writing(is_text),
        }
    }

    /// Says that it was sent, where the page says that texts are being sent, and no other is.
    pub fn show_sent(&self) {
        #[cfg(feature = "hydrate")]
        script::show_sent(&self.noted);
    }

    /// Says on whatever page is shown that a text was not sent, and why, or that it is not known whether it was; its own
    /// page says why by itself. Without a reason: that it was not saved as a draft, unless something later of its
    /// conversation is on its way. It is kept for its writer. Returns whether that is who reads the page.
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
        pub(super) fn note_writing(is_text: bool) -> JsValue;
        #[wasm_bindgen(js_namespace = baton, js_name = showSent)]
        pub(super) fn show_sent(noted: &JsValue);
        #[wasm_bindgen(js_namespace = baton, js_name = showUnsent)]
        pub(super) fn show_unsent(noted: &JsValue, why: &str) -> bool;
    }
}
