//! For whom the page that is shown was made.

use leptos::prelude::document;

/// The member, with the role that they had then: `12.texter`.
pub(super) fn page_viewer() -> Option<String> {
    let page = document().query_selector("[data-viewer]").ok()??;
    page.get_attribute("data-viewer")
}
