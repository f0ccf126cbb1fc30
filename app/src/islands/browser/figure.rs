//! Figures in the plain HTML of a page.

/// Sets the text of the element with this `data-figure`, if the page has it.
pub fn set_figure(name: &str, text: &str) {
    #[cfg(feature = "hydrate")]
    {
        let selector = ["[data-figure=\"", name, "\"]"].concat();
        if let Ok(Some(element)) = leptos::prelude::document().query_selector(&selector) {
            element.set_text_content(Some(text));
        }
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (name, text);
}
