//! The search of a list that is short enough to stand on one page.

use leptos::prelude::*;
use sentences::page;

/// A field for a part of a title, whose text stands in the address.
#[component]
pub fn ListSearch(
    /// The address of the list.
    path: &'static str,
    /// What is searched, for the field.
    label: &'static str,
    /// What it was searched for.
    search: String,
) -> impl IntoView {
    view! {
        <form method="get" action=path class="search" role="search">
            <label class="heard" for="q">{label}</label>
            <input id="q" type="text" name="q" value=search placeholder=label autocomplete="off"/>
            <button class="button">{page::search()}</button>
        </form>
    }
}
