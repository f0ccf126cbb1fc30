//! The links between the pages of a list.

use crate::components::derive;
use leptos::prelude::*;

/// A link to the next page, while there is one, and from a later one to the first.
#[component]
pub fn Pagination(
    /// Where the next page is; empty if there is none.
    more: RwSignal<String>,
    /// Whether this is the first.
    first: bool,
    /// The text of the link to the first.
    back: &'static str,
    /// A hint before the link to the next page.
    hint: &'static str,
    /// The text of the link to the next page.
    next: &'static str,
) -> impl IntoView {
    let last = move || more.with(String::is_empty);
    view! {
        <p class="paging" hidden=derive(move || first && last())>
            <a class="button" href="/texts" hidden=first>{back}</a>
            <span hidden=derive(last)>{hint}" "<a class="button" href=derive(move || more.get())>{next}</a></span>
        </p>
    }
}
