//! What a reviewer gives to another texter, takes into the pool, or closes.

use super::{Expected, Model, Release, Statuses};
use app::domain::ConversationStatus;
use chrono::{DateTime, Utc};

impl Model {
    /// What a hand-out could give to the texter, whatever its status; their clock starts.
    pub(super) fn reassign(&mut self, at: usize, texter: usize) -> Expected {
        let now = self.now;
        let Some(before) = self.moved(at, Some(texter)) else {
            return Expected::Refused;
        };
        let held_since = self.conversations[at].held_since.replace(now);
        self.changed_hands(at, before, Some(texter), held_since)
    }

    /// What a release could take, whatever its status and however long it has waited.
    pub(super) fn unassign(&mut self, at: usize) -> Expected {
        match self.moved(at, None) {
            Some(before) => self.changed_hands(at, before, None, None),
            None => Expected::Refused,
        }
    }

    /// Hands it over, if it may change hands and does; who had it.
    fn moved(&mut self, at: usize, to: Option<usize>) -> Option<Option<usize>> {
        let c = self.conversations.get_mut(at).filter(|c| !c.gone)?;
        let before = c.holder;
        let protected = c.opted_out || c.escalated || !self.campaigns[c.campaign].runs();
        if before == to || protected {
            return None;
        }
        c.hand_over(to);
        Some(before)
    }

    fn changed_hands(
        &mut self,
        at: usize,
        before: Option<usize>,
        given_to: Option<usize>,
        held_since: Option<DateTime<Utc>>,
    ) -> Expected {
        self.last = Some(Release {
            taken: vec![(at, before, self.conversations[at].epoch)],
            given_to,
            held_since,
            statuses: Statuses::Any,
            at: self.now,
            undone: false,
        });
        Expected::Changes(1)
    }

    /// What has a first text, as by hand, but whoever holds it; it stays in its hands.
    pub(super) fn close_in_bulk(&mut self, at: usize) -> Expected {
        let now = self.now;
        let Some(c) = self.conversations.get_mut(at).filter(|c| !c.gone) else {
            return Expected::Refused;
        };
        let before = c.status;
        let is_closed = before == ConversationStatus::Closed;
        if c.opted_out || is_closed || before == ConversationStatus::NeedsMessage {
            return Expected::Refused;
        }
        c.status = ConversationStatus::Closed;
        c.closed_wait = c.waiting_since.take();
        if c.holder.is_some() {
            c.held_since = Some(now);
        }
        let said = c.said;
        self.last = Some(Release {
            taken: vec![(at, c.holder, c.epoch)],
            given_to: None,
            held_since: None,
            statuses: Statuses::Closed { before, said },
            at: now,
            undone: false,
        });
        Expected::Changes(1)
    }
}
