//! The mark on the document that its islands are hydrated.

/// Sets `data-live="true"` on the document when every island is hydrated, so that tests can wait for
/// it. To be called once, before the loader hydrates them: it does that in one go, without giving
/// timers a turn.
pub fn mark_hydrated() {
    #[cfg(feature = "hydrate")]
    gloo_timers::callback::Timeout::new(0, || {
        if let Some(document) = leptos::prelude::document().document_element() {
            let _ = document.set_attribute("data-live", "true");
        }
    })
    .forget();
}
