//! The ownership of an opened conversation, kept up to date while it is looked at.

use crate::api::conversations::watch_conversation;
use crate::components::derive;
use crate::domain::{Age, ConversationId, Holding, Topic};
use crate::error::AppError;
use crate::islands::browser::{
    elapsed_seconds, grow_wait, look_ahead, refresh_thread, spawn_for_page, subscribe, when_due,
};
use crate::islands::latest_response::LatestResponse;
use crate::view_models::OwnershipState;
use leptos::prelude::*;
use sentences::island;

/// Who holds the conversation, and whether it was away since the page was made.
#[derive(Clone, Copy)]
pub struct Ownership {
    conversation: ConversationId,
    state: RwSignal<OwnershipState>,
    responses: LatestResponse,
    was_away: RwSignal<bool>,
    has_newer_text: RwSignal<bool>,
    elapsed: ReadSignal<u32>,
    received_at: StoredValue<u32>,
}

impl Ownership {
    /// The state when the page was made, updated by the server from then on.
    pub fn track(conversation: ConversationId, initial: OwnershipState) -> Self {
        let ownership = Self {
            conversation,
            responses: LatestResponse::new(),
            was_away: RwSignal::new(initial.holding != Holding::Mine),
            has_newer_text: RwSignal::new(false),
            state: RwSignal::new(initial),
            elapsed: elapsed_seconds(),
            received_at: StoredValue::new(0),
        };
        subscribe(&Topic::Texts, &["inbox", "report"], move |name, about| {
            // Reports come for each text that they have sent.
            if name != "report" || about == conversation.to_string() {
                ownership.refresh();
            }
        });
        when_due(
            derive(move || ownership.state.with(|state| state.hours_refresh_in)),
            derive(move || ownership.refresh()),
        );
        grow_wait(ownership.elapsed);
        ownership
    }

    /// Reads it from the server again.
    pub fn refresh(self) {
        look_ahead();
        let request = self.responses.begin();
        spawn_for_page(async move {
            let now = match watch_conversation(self.conversation).await {
                Ok(now) => now,
                // The texter never wrote in it, and is told no more of it.
                Err(AppError::NotFound) => OwnershipState {
                    holding: Holding::Elsewhere,
                    notice: Some(island::not_yours_any_more().to_owned()),
                    release_in: None,
                    opted_out: false,
                    hours_refresh_in: None,
                    thread: 0,
                },
                // What is shown stands until the next event; the server judges every send itself.
                Err(_) => return,
            };
            if !self.responses.accept(request) {
                return;
            }
            self.received_at.set_value(self.elapsed.get_untracked());
            let differs = self.state.with_untracked(|before| {
                now.thread != before.thread || now.opted_out != before.opted_out
            });
            if differs {
                let address = ["/texts/", &self.conversation.to_string()].concat();
                refresh_thread(self.conversation, &address, self.has_newer_text);
            }
            if now.holding != Holding::Mine {
                self.was_away.set(true);
            }
            self.state.set(now);
        });
    }

    /// How long until it is released automatically, if it is.
    pub fn release_in(self) -> Option<Age> {
        let since = self
            .elapsed
            .get()
            .saturating_sub(self.received_at.get_value());
        let release_in = self.state.with(|state| state.release_in)?;
        Some(Age(release_in.0.saturating_sub(since)))
    }

    /// Whether the contact opted out.
    pub fn opted_out(self) -> bool {
        self.state.with(|state| state.opted_out)
    }

    /// Whether it came back to its texter. The page does not know what happened meanwhile, so the
    /// server takes nothing from it.
    pub fn came_back(self) -> bool {
        self.was_away.get() && self.state.with(|state| state.holding == Holding::Mine)
    }

    /// Whether a text was sent since the page was made, by it or in another window: the server takes no other from it.
    pub fn has_newer_text(self) -> bool {
        self.has_newer_text.get()
    }

    /// Whether a text may be sent from the page.
    pub fn may_send(self) -> bool {
        let elsewhere = self.state.with(|state| state.holding == Holding::Elsewhere);
        !(elsewhere || self.opted_out() || self.came_back())
    }

    /// The notice to its texter; empty while it is simply theirs.
    pub fn sentence(self) -> String {
        if self.opted_out() {
            AppError::OptedOut.to_string()
        } else if self.came_back() {
            island::released_and_yours_again().to_owned()
        } else {
            let notice = self.state.with(|state| state.notice.clone());
            notice.unwrap_or_default()
        }
    }
}
