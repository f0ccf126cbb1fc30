//! What becomes of a text whose page was left while it was on its way (`script/outgoing.js`).

use crate::error::AppError;

/// Says that it was sent, where the page says that it is being sent.
pub fn show_sent() {
    #[cfg(feature = "hydrate")]
    script::show_sent();
}

/// A text as it goes off: who wrote it on the page that is shown, to whom, and its words.
pub struct Writing {
    #[cfg(feature = "hydrate")]
    noted: script::Noted,
}

impl Writing {
    /// What is in the reply box now.
    pub fn note() -> Self {
        Self {
            #[cfg(feature = "hydrate")]
            noted: script::note_writing(),
        }
    }

    /// Says on whatever page is shown that it was not sent, and why, and keeps it for its writer.
    pub fn say_not_sent(&self, why: &AppError) {
        #[cfg(feature = "hydrate")]
        self.show_unsent(
            &sentences::island::text_was_not_sent(&self.noted.name(), &why.to_string()),
            false,
        );
        #[cfg(not(feature = "hydrate"))]
        let _ = why;
    }

    /// The same of a draft that was not saved, unless something later of its conversation is on its way.
    pub fn say_not_saved(&self) {
        #[cfg(feature = "hydrate")]
        self.show_unsent(
            &sentences::island::draft_was_not_saved(&self.noted.name()),
            true,
        );
    }

    #[cfg(feature = "hydrate")]
    fn show_unsent(&self, sentence: &str, is_draft: bool) {
        let link = sentences::island::back_to(&self.noted.name());
        script::show_unsent(&self.noted, sentence, &link, is_draft);
    }
}

#[cfg(feature = "hydrate")]
mod script {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        pub(super) type Noted;
        #[wasm_bindgen(method, getter)]
        pub(super) fn name(this: &Noted) -> String;
        #[wasm_bindgen(js_namespace = baton, js_name = noteWriting)]
        pub(super) fn note_writing() -> Noted;
        #[wasm_bindgen(js_namespace = baton, js_name = showSent)]
        pub(super) fn show_sent();
        #[wasm_bindgen(js_namespace = baton, js_name = showUnsent)]
        pub(super) fn show_unsent(noted: &Noted, sentence: &str, link: &str, is_draft: bool);
    }
}
