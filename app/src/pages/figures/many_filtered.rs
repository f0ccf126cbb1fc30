//! That carriers filter many texts of a campaign.

use leptos::prelude::*;
use sentences::page;

/// The warning, with what to do about it.
#[component]
pub fn ManyFiltered(
    /// How many texts were filtered.
    texts: u32,
) -> impl IntoView {
    view! { <p class="notice notice-warning">{page::many_texts_were_filtered(texts)}</p> }
}
