//! The language of the page.

/// Its tag, `es-US`, as the document says it.
pub fn page_language() -> String {
    let page = leptos::prelude::document().document_element();
    let language = page.and_then(|page| page.get_attribute("lang"));
    language.unwrap_or_else(|| "en-US".to_owned())
}
