//! What a release took, and its undo.

use super::{Conversation, Expected, Model};
use app::domain::ConversationStatus;
use chrono::{DateTime, TimeDelta, Utc};

/// A release that took something.
#[derive(Debug, Clone)]
pub(in super::super) struct Release {
    /// Which conversations, from whom, and the epoch that it gave them.
    pub taken: Vec<(usize, Option<usize>, i32)>,
    /// To whom it gave them; `None` = into the pool.
    pub given_to: Option<usize>,
    /// Since when what it gave to somebody was held before.
    pub held_since: Option<DateTime<Utc>>,
    pub statuses: Statuses,
    pub at: DateTime<Utc>,
    pub undone: bool,
}

/// The statuses of what a release took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Statuses {
    /// All had this one, and keep it.
    One(ConversationStatus),
    /// All have the first one now, and its undo gives the second one back.
    Changed(ConversationStatus, ConversationStatus),
    /// Each keeps its own.
    Any,
    /// They are closed, in the same hands. Its undo gives back what there was before, unless something was said since.
    Closed {
        before: ConversationStatus,
        said: usize,
    },
}

impl Model {
    /// Gives back what nobody has touched since.
    pub(super) fn undo(&mut self) -> Expected {
        let Some(release) = &mut self.last else {
            return Expected::Changes(0);
        };
        if release.undone || self.now >= release.at + TimeDelta::minutes(10) {
            return Expected::Refused;
        }
        release.undone = true;
        let mut given = 0;
        for (at, holder, epoch) in &release.taken {
            let c = &mut self.conversations[*at];
            if let Statuses::Closed { before, said } = release.statuses {
                let untouched = c.epoch == *epoch
                    && c.said == said
                    && (c.holder.is_none() || c.held_since == Some(release.at));
                let is_closed = c.status == ConversationStatus::Closed && !c.opted_out && !c.gone;
                if is_closed && untouched && reopens_as(before, c) {
                    c.status = before;
                    c.waiting_since = c.closed_wait.take();
                    if c.holder.is_some() {
                        c.held_since = Some(self.now);
                    }
                    given += 1;
                }
                continue;
            }
            // What was in nobody's hands before it was given to somebody goes back there, escalated or not.
            let goes_to_nobody = holder.is_none() && release.given_to.is_some();
            let protected = c.opted_out || c.gone || c.escalated && !goes_to_nobody;
            let untouched = c.holder == release.given_to
                && c.epoch == *epoch
                && (release.given_to.is_none() || c.held_since == Some(release.at));
            let (status, gives) = match release.statuses {
                Statuses::One(status) => (status, status),
                Statuses::Changed(status, gives) => (status, gives),
                Statuses::Any | Statuses::Closed { .. } => (c.status, c.status),
            };
            if untouched && c.status == status && !protected {
                c.status = gives;
                c.holder = *holder;
                // It is in the pool as before: it has waited for as long, and whoever lost it is remembered.
                if goes_to_nobody {
                    c.held_since = release.held_since;
                } else {
                    c.released_from = None;
                }
                if holder.is_some() {
                    c.held_since = Some(self.now);
                }
                c.epoch += 1;
                given += 1;
            }
        }
        Expected::Changes(given)
    }
}

/// What waited needs its wait for that.
fn reopens_as(before: ConversationStatus, closed: &Conversation) -> bool {
    before != ConversationStatus::NeedsResponse || closed.closed_wait.is_some()
}
