//! What a person typed while the page was still waking.

/// The text of a field, if it is not what the server put there. To be asked before the view is made:
/// that puts the server's text back wherever a value is bound.
pub fn typed_before(id: &str) -> Option<String> {
    #[cfg(feature = "hydrate")]
    {
        use wasm_bindgen::JsCast;
        use web_sys::{HtmlInputElement, HtmlTextAreaElement};
        let element = leptos::prelude::document().get_element_by_id(id)?;
        let (typed, given) = match element.dyn_ref::<HtmlInputElement>() {
            Some(input) => (input.value(), input.default_value()),
            None => {
                let area = element.dyn_ref::<HtmlTextAreaElement>()?;
                (area.value(), area.default_value().ok()?)
            }
        };
        (typed != given).then_some(typed)
    }
    #[cfg(not(feature = "hydrate"))]
    {
        let _ = id;
        None
    }
}
