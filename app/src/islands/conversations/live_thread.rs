//! A conversation that is read without the reply box, kept up to date.

use crate::domain::{ConversationId, Topic};
use crate::islands::browser::{elapsed_seconds, grow_wait, refresh_thread, subscribe};
use crate::islands::island_props::{IslandProps, island_props};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;

/// The conversation when its page was made.
#[derive(Serialize, Deserialize)]
pub struct LiveThreadData {
    /// Which one.
    pub conversation: ConversationId,
    /// The address of the page, or of one that shows the same of the conversation.
    pub address: String,
    /// The number of what was shown, as in [`crate::domain::ConversationView`].
    pub shown: String,
}

impl Default for LiveThreadData {
    fn default() -> Self {
        Self {
            conversation: ConversationId(0),
            address: String::new(),
            shown: String::new(),
        }
    }
}

impl IslandProps for LiveThreadData {
    const ID: &'static str = "props-thread";
}

/// What the page shows of the conversation, fetched anew whenever the server says that it is something else. It is plain HTML;
/// this shows nothing itself. Where there is the reply box, that does it.
#[island]
pub fn LiveThread() -> impl IntoView {
    let LiveThreadData {
        conversation,
        address,
        shown,
    } = island_props();
    let shown = RefCell::new(shown);
    // There is no reply box.
    let has_newer_text = RwSignal::new(false);
    subscribe(
        &Topic::Conversation(conversation),
        &["shown"],
        move |_, now| {
            // That the topic has begun has no number.
            if !now.is_empty() && shown.replace(now.clone()) != now {
                refresh_thread(conversation, &address, has_newer_text);
            }
        },
    );
    grow_wait(elapsed_seconds());
    view! { <span hidden></span> }
}
