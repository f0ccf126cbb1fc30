//! A contact with their conversation, and the columns that follow from its thread and its holders.

use super::{SecondsAgo, TagIndex};
use crate::people::PersonIndex;
use app::domain::ConversationStatus;

/// The index of a contact in [`super::Story::contacts`].
pub(crate) type ContactIndex = usize;

/// A text of a thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub ago: SecondsAgo,
    pub inbound: bool,
    pub body: String,
    /// Its author, if it is outbound.
    pub by: Option<PersonIndex>,
}

/// The assignment of a conversation to a texter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Holding {
    pub by: PersonIndex,
    pub since: SecondsAgo,
}

/// A text that was typed and not sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Draft {
    pub by: PersonIndex,
    pub ago: SecondsAgo,
    pub body: &'static str,
}

/// A contact and their conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Contact {
    /// Index in [`crate::campaigns::CAMPAIGNS`].
    pub campaign: usize,
    pub first_name: &'static str,
    pub last_name: &'static str,
    pub cell: String,
    pub custom_fields: Vec<(&'static str, &'static str)>,
    pub status: ConversationStatus,
    /// Oldest first.
    pub lines: Vec<Line>,
    /// The first assignment.
    pub first: Option<Holding>,
    /// The index in [`super::RELEASES`] of the release that ended the first assignment.
    pub release: Option<usize>,
    /// The assignment after that release.
    pub second: Option<Holding>,
    pub opted_out: bool,
    pub tag: Option<TagIndex>,
    pub draft: Option<Draft>,
    /// The message service refused the last text.
    pub failed: bool,
}

impl Contact {
    /// The holder, and the time of the last assignment, which a release leaves in place.
    pub fn held(&self) -> (Option<PersonIndex>, Option<SecondsAgo>) {
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

    /// The texter from whom it was released.
    pub fn released_from(&self) -> Option<PersonIndex> {
        self.release.and(self.first).map(|holding| holding.by)
    }

    /// The number of its changes of hands.
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

    /// The time of the earliest text that came in after the last one that went out.
    pub fn waiting_since(&self) -> Option<SecondsAgo> {
        self.lines
            .iter()
            .rev()
            .take_while(|line| line.inbound)
            .last()
            .map(|line| line.ago)
    }

    /// The time of the initial.
    pub fn initial(&self) -> Option<SecondsAgo> {
        self.lines.first().map(|line| line.ago)
    }
}
