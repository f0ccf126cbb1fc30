//! Why a conversation cannot be answered from its page, until it can be.

use leptos::prelude::*;
use sentences::{island, page};

/// The sentence in the place of the form that answers. It is kept up to date with the thread: when the reason is gone, it
/// says so, with the way to the form. Where the form is, this is there and hidden, so that a page without it finds that.
#[component]
pub fn Obstacle(
    /// Why; `None`: the form is there.
    sentence: Option<String>,
    /// The address of the page.
    address: String,
) -> impl IntoView {
    let hidden = sentence.is_none();
    let notice = match sentence {
        Some(sentence) => view! { <p class="notice notice-warning">{sentence}</p> }.into_any(),
        None => view! {
            <p class="notice">
                {page::conversation_can_be_answered_now()}" "<a href=address>{island::open_it_again()}</a>
            </p>
        }
        .into_any(),
    };
    view! { <div id="obstacle" role="status" hidden=hidden><div>{notice}</div></div> }
}
