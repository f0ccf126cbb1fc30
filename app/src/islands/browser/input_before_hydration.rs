//! Input before hydration: what a person typed while the bundle was still loading.

/// The text of a field, if it is not what the server put there. To be called before the view is made:
/// that puts the server's text back wherever a value is bound.
pub fn input_before_hydration(id: &str) -> Option<String> {
    #[cfg(feature = "hydrate")]
    {
        use wasm_bindgen::JsCast;
        use web_sys::{HtmlInputElement, HtmlTextAreaElement};
        let element = leptos::prelude::document().get_element_by_id(id)?;
        let (input_value, default_value) = match element.dyn_ref::<HtmlInputElement>() {
            Some(input) => (input.value(), input.default_value()),
            None => {
                let area = element.dyn_ref::<HtmlTextAreaElement>()?;
                (area.value(), area.default_value().ok()?)
            }
        };
        (input_value != default_value).then_some(input_value)
    }
    #[cfg(not(feature = "hydrate"))]
    {
        let _ = id;
        None
    }
}
