//! Where the browser is, and that the page is awake.

/// Goes to another page of Baton.
pub fn go(path: &str) {
    #[cfg(feature = "hydrate")]
    {
        // Refused only for an address that is none; ours are.
        let _ = leptos::prelude::window().location().set_href(path);
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = path;
}

/// Moves the focus to an element, once the page has taken in what was just changed.
pub fn focus_soon(id: &'static str) {
    #[cfg(feature = "hydrate")]
    gloo_timers::callback::Timeout::new(0, move || {
        use wasm_bindgen::JsCast;
        let element = leptos::prelude::document().get_element_by_id(id);
        if let Some(element) =
            element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
        {
            let _ = element.focus();
        }
    })
    .forget();
    #[cfg(not(feature = "hydrate"))]
    let _ = id;
}

/// Sets `data-live="true"` on the document when every island is awake, so that tests can wait for
/// it. To be called once, before the loader wakes them: it does that in one go, without giving
/// timers a turn.
pub fn mark_live() {
    #[cfg(feature = "hydrate")]
    gloo_timers::callback::Timeout::new(0, || {
        if let Some(document) = leptos::prelude::document().document_element() {
            let _ = document.set_attribute("data-live", "true");
        }
    })
    .forget();
}
