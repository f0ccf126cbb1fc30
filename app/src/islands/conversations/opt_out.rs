//! The button **Opt out**, and its question.

use crate::components::{Derived, derive};
use leptos::prelude::*;
use sentences::island;

/// **Opt out**, which asks once more. Its button belongs to the form `opt-out`, which is elsewhere on the
/// page: a form cannot stand in a form.
#[component]
pub fn OptOut(
    /// Whether there is nothing to do any more.
    done: Derived<bool>,
) -> impl IntoView {
    view! {
        <details class="opt-out" hidden=derive(move || done())>
            <summary class="button quiet">{island::opt_out()}</summary>
            <div class="opt-out-question">
                <p><strong>{island::no_more_texts()}</strong></p>
                <p>{island::no_one_can_text_them()}</p>
                <button class="button primary" form="opt-out">{island::yes_opt_out()}</button>
            </div>
        </details>
    }
}
