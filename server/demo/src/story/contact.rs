//! A contact, and what follows from what was said and done.

use super::{Ago, Tag};
use crate::people::Person;
use app::domain::ConversationStatus;

/// A contact by their place in the story.
pub(crate) type Who = usize;

/// A text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub ago: Ago,
    pub inbound: bool,
    pub body: String,
    /// Who wrote it, of ours.
    pub by: Option<Person>,
}

/// That somebody got it, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Holding {
    pub by: Person,
    pub since: Ago,
}

/// What was typed and not sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Draft {
    pub by: Person,
    pub ago: Ago,
    pub body: &'static str,
}

/// A contact and their conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Contact {
    /// Place in [`crate::campaigns::CAMPAIGNS`].
    pub campaign: usize,
    pub first_name: &'static str,
    pub last_name: &'static str,
    pub cell: String,
    pub custom_fields: Vec<(&'static str, &'static str)>,
    pub status: ConversationStatus,
    /// Oldest first.
    pub lines: Vec<Line>,
    /// Who got it first.
    pub first: Option<Holding>,
    /// By which of [`super::RELEASES`] it was taken from them.
    pub release: Option<usize>,
    /// Who got it after that.
    pub second: Option<Holding>,
    pub opted_out: bool,
    pub tag: Option<Tag>,
    pub draft: Option<Draft>,
    /// The carrier did not take the last text.
    pub failed: bool,
}

impl Contact {
    /// Whose it is now, and since when they had it; the latter outlives a release.
    pub fn held(&self) -> (Option<Person>, Option<Ago>) {
        let last = self.second.or(self.first);
        let holder = if self.release.is_some() {
            self.second
        } else {
            self.first
        };
        (
            holder.map(|holding| holding.by),
            last.map(|holding| holding.since),
        )
    }

    /// Who lost it.
    pub fn released_from(&self) -> Option<Person> {
        self.release.and(self.first).map(|holding| holding.by)
    }

    /// How often it changed hands.
    pub fn lease_epoch(&self) -> i32 {
        [
            self.first.is_some(),
            self.release.is_some(),
            self.second.is_some(),
        ]
        .into_iter()
        .map(i32::from)
        .sum()
    }

    /// The earliest text that came in after the last one that went out.
    pub fn waiting(&self) -> Option<Ago> {
        self.lines
            .iter()
            .rev()
            .take_while(|line| line.inbound)
            .last()
            .map(|line| line.ago)
    }

    /// When the first text went out.
    pub fn initial(&self) -> Option<Ago> {
        self.lines.first().map(|line| line.ago)
    }
}
