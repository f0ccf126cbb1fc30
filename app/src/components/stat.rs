//! A figure with its name.

use leptos::prelude::*;

/// One figure with its name, as a pair of a description list.
#[component]
pub fn Stat(
    /// What is counted.
    name: &'static str,
    /// How many or how long, as it is read.
    #[prop(into)]
    value: String,
    /// The name by which a live event finds it.
    #[prop(optional)]
    figure: Option<&'static str>,
) -> impl IntoView {
    view! {
        <div class="stat">
            <dt>{name}</dt>
            <dd data-figure=figure>{value}</dd>
        </div>
    }
}
