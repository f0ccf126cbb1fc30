//! In whose hands an opened conversation is, while it is looked at.

use crate::api::conversations::watch_conversation;
use crate::domain::{Age, ConversationId, Holding, Watch};
use crate::error::AppError;
use crate::islands::browser::{Connection, elapsed_seconds, subscribe};
use crate::islands::in_order::InOrder;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the server says of it, and whether it was away since the page was made.
#[derive(Clone, Copy)]
pub struct Standing {
    conversation: ConversationId,
    now: RwSignal<Watch>,
    order: InOrder,
    was_away: RwSignal<bool>,
    elapsed: ReadSignal<u32>,
    told_at: StoredValue<u32>,
}

impl Standing {
    /// As it was when the page was made, and as the server tells from then on.
    pub fn follow(conversation: ConversationId, now: Watch) -> Self {
        let standing = Self {
            conversation,
            order: InOrder::new(),
            was_away: RwSignal::new(now.holding != Holding::Mine),
            now: RwSignal::new(now),
            elapsed: elapsed_seconds(),
            told_at: StoredValue::new(0),
        };
        let connection = subscribe("/events/texts".to_owned(), &["inbox"], move |_, _| {
            standing.look();
        });
        // What happened before it stood was told to nobody.
        Effect::new(move |_| {
            if connection.get() == Connection::Live {
                standing.look();
            }
        });
        standing
    }

    /// Asks the server.
    pub fn look(self) {
        let question = self.order.ask();
        spawn_local(async move {
            let now = match watch_conversation(self.conversation).await {
                Ok(now) => now,
                // It went through so many hands meanwhile that the texter has no part in it.
                Err(AppError::NotFound) => Watch {
                    holding: Holding::Elsewhere,
                    why: None,
                    release_in: None,
                    opted_out: false,
                },
                // What is shown stands until the next event; the server judges every send itself.
                Err(_) => return,
            };
            if !self.order.hear(question) {
                return;
            }
            self.told_at.set_value(self.elapsed.get_untracked());
            if now.holding != Holding::Mine {
                self.was_away.set(true);
            }
            self.now.set(now);
        });
    }

    /// How long until it is released automatically, if it is.
    pub fn release_in(self) -> Option<Age> {
        let since = self.elapsed.get().saturating_sub(self.told_at.get_value());
        let told = self.now.with(|now| now.release_in)?;
        Some(Age(told.0.saturating_sub(since)))
    }

    /// Whether the contact opted out.
    pub fn opted_out(self) -> bool {
        self.now.with(|now| now.opted_out)
    }

    /// Whether it came back to its texter. The page does not know what happened meanwhile, so the
    /// server takes nothing from it.
    pub fn came_back(self) -> bool {
        self.was_away.get() && self.now.with(|now| now.holding == Holding::Mine)
    }

    /// Whether a text may be sent from the page.
    pub fn may_send(self) -> bool {
        let elsewhere = self.now.with(|now| now.holding == Holding::Elsewhere);
        !(elsewhere || self.opted_out() || self.came_back())
    }

    /// What its texter has to know; empty while it is simply theirs.
    pub fn sentence(self) -> String {
        let (holding, why) = self.now.with(|now| (now.holding, now.why.clone()));
        let why = why.unwrap_or_else(|| "while you were away".to_owned());
        if self.opted_out() {
            AppError::OptedOut.to_string()
        } else if self.came_back() {
            "This conversation was away and is yours again. Your text is kept as a draft."
                .to_owned()
        } else {
            let rest = match holding {
                Holding::Mine => return String::new(),
                Holding::Released => ". Nobody has taken it yet; sending takes it back.",
                Holding::Elsewhere => {
                    ". Another texter has it now, so nothing can be sent from here. Your text is kept as a draft."
                }
            };
            ["This conversation was released ", &why, rest].concat()
        }
    }
}
