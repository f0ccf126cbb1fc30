//! The button **Opt out**, and its question.

use crate::components::{Derived, derive};
use leptos::prelude::*;

/// **Opt out**, which asks once more. Its button belongs to the form `opt-out`, which is elsewhere on the
/// page: a form cannot stand in a form.
#[component]
pub fn OptOut(
    /// Whether there is nothing to do any more.
    done: Derived<bool>,
) -> impl IntoView {
    view! {
        <details class="opt-out" hidden=derive(move || done())>
            <summary class="button quiet">"Opt out"</summary>
            <div class="opt-out-question">
                <p><strong>"No more texts for this contact?"</strong></p>
                <p>"No one in your organization can text them again, on any campaign."</p>
                <button class="button primary" form="opt-out">"Yes, opt out"</button>
            </div>
        </details>
    }
}
