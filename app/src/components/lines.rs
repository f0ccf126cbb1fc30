//! A list of short texts.

use super::Derived;
use leptos::prelude::*;

/// One item a line. Every list in the release dialog is one of these: the code of a list that changes
/// is in the bundle once.
#[component]
pub fn Lines(
    /// Its class.
    #[prop(optional)]
    class: &'static str,
    /// The texts.
    lines: Derived<Vec<String>>,
) -> impl IntoView {
    let items = move || {
        lines()
            .into_iter()
            .map(|line| view! { <li>{line}</li> })
            .collect_view()
    };
    view! { <ul class=class>{items}</ul> }
}
