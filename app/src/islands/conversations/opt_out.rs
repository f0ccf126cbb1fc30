//! The way to opt a contact out.

use crate::components::{Derived, derive};
use crate::domain::ConversationId;
use leptos::prelude::*;
use sentences::island;

/// **Opt out**, a link to the page that asks once more and says what would be sent.
#[component]
pub fn OptOut(
    /// The conversation.
    conversation: ConversationId,
    /// Whether there is nothing to do any more.
    done: Derived<bool>,
) -> impl IntoView {
    view! {
        <a
            id="opt-out"
            class="button quiet opt-out"
            href=["/texts/", &conversation.to_string(), "/opt-out"].concat()
            hidden=derive(move || done())
        >
            {island::opt_out()}
        </a>
    }
}
