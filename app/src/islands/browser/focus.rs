//! The keyboard focus.

/// Moves the focus to the first element of this selector in the next task, once the page has taken in what was just
/// changed.
pub fn focus_element(selector: &'static str) {
    #[cfg(feature = "hydrate")]
    gloo_timers::callback::Timeout::new(0, move || {
        use wasm_bindgen::JsCast;
        let element = leptos::prelude::document().query_selector(selector);
        let element = element.ok().flatten();
        if let Some(element) =
            element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
        {
            let _ = element.focus();
        }
    })
    .forget();
    #[cfg(not(feature = "hydrate"))]
    let _ = selector;
}
