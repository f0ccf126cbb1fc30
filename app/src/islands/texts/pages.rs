//! The ways from one page of a list to others.

use crate::components::live;
use leptos::prelude::*;

/// To the next page, while there is one, and from a later one to the first.
#[component]
pub fn Pages(
    /// Where the next page is; empty if there is none.
    more: RwSignal<String>,
    /// Whether this is the first.
    first: bool,
    /// The words that lead to the first.
    back: &'static str,
    /// What is said before the words that lead onwards.
    said: &'static str,
    /// The words that lead onwards.
    onwards: &'static str,
) -> impl IntoView {
    let last = move || more.with(String::is_empty);
    view! {
        <p class="paging" hidden=live(move || first && last())>
            <a class="button" href="/texts" hidden=first>{back}</a>
            <span hidden=live(last)>{said}<a class="button" href=live(move || more.get())>{onwards}</a></span>
        </p>
    }
}
