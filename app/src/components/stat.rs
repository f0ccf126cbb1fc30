//! A figure and what it counts.

use leptos::prelude::*;

/// One figure with its name, as a pair of a description list.
#[component]
pub fn Stat(
    /// What is counted.
    name: &'static str,
    /// How many or how long, as it is read.
    #[prop(into)]
    value: String,
) -> impl IntoView {
    view! {
        <div class="stat">
            <dt>{name}</dt>
            <dd>{value}</dd>
        </div>
    }
}
