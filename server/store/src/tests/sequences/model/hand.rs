//! Who holds what: requests, sends, answers of reviewers, releases and second passes.

use super::{Conversation, Expected, Model, REVIEWER, Release, Statuses};
use app::domain::{AfterAnswer, ConversationStatus, IdleClock, IdleInterval};
use chrono::{DateTime, TimeDelta, Utc};

impl Model {
    pub(super) fn idle(&self, conversation: &Conversation, minutes: u32) -> bool {
        let held_since = conversation.held_since.expect("whoever holds it has since");
        let clock = IdleClock {
            waiting_since: conversation.waiting_since.unwrap_or(held_since),
            held_since,
            draft_edited_at: conversation.draft_edited_at,
        };
        clock.qualifies(self.now, IdleInterval::from_minutes(minutes).unwrap())
    }

    pub(super) fn claim(&mut self, texter: usize, wanted: usize) -> Expected {
        let mut pool: Vec<usize> = (0..self.conversations.len())
            .filter(|at| {
                let c = &self.conversations[*at];
                let campaign = &self.campaigns[c.campaign];
                !c.gone
                    && c.status == ConversationStatus::NeedsResponse
                    && c.holder.is_none()
                    && !c.opted_out
                    && !c.escalated
                    && campaign.runs()
                    && campaign.auto_assign
            })
            .collect();
        pool.sort_by_key(|at| {
            let c = &self.conversations[*at];
            (c.released_from == Some(texter), c.waiting_since, *at)
        });
        pool.truncate(wanted);
        for at in &pool {
            let c = &mut self.conversations[*at];
            c.holder = Some(texter);
            c.held_since = Some(self.now);
            c.epoch += 1;
        }
        Expected::Changes(pool.len())
    }

    pub(super) fn send(&mut self, texter: usize, at: usize) -> Expected {
        let now = self.now;
        let Some(c) = self.conversations.get_mut(at).filter(|c| !c.gone) else {
            return Expected::Refused;
        };
        let holds = c.holder == Some(texter);
        // What was escalated since it was released is for its teams, and no texter of the sequence is in one.
        let takes_back = c.holder.is_none() && c.released_from == Some(texter) && !c.escalated;
        if c.opted_out || !self.campaigns[c.campaign].runs() || !(holds || takes_back) {
            // A refused text is kept as a draft.
            if holds {
                c.draft_edited_at = Some(now);
            }
            return Expected::Refused;
        }
        c.status = c.status.after_outbound();
        c.waiting_since = None;
        c.draft_edited_at = None;
        c.holder = Some(texter);
        c.held_since = Some(self.now);
        c.epoch += i32::from(takes_back);
        self.write_text(at, false);
        Expected::Changes(1)
    }

    /// A reviewer answers, whoever holds it: it becomes theirs, or nobody's.
    pub(super) fn answer(&mut self, at: usize, after: AfterAnswer) -> Expected {
        let now = self.now;
        let Some(c) = self.conversations.get_mut(at).filter(|c| !c.gone) else {
            return Expected::Refused;
        };
        let is_first = c.status == ConversationStatus::NeedsMessage;
        if c.opted_out || is_first || !self.campaigns[c.campaign].runs() {
            return Expected::Refused;
        }
        // The reviewer is in no team that would be given it; what they have already they keep.
        let has_it = c.holder == Some(REVIEWER);
        if after == AfterAnswer::Mine && c.escalated && !has_it {
            return Expected::Refused;
        }
        c.status = c.status.after_outbound();
        c.waiting_since = None;
        c.draft_edited_at = None;
        c.held_since = Some(now);
        c.hand_over(match after {
            AfterAnswer::Mine => Some(REVIEWER),
            AfterAnswer::Pool => None,
        });
        self.write_text(at, false);
        Expected::Changes(1)
    }

    pub(super) fn draft(&mut self, texter: usize, at: usize) -> Expected {
        let now = self.now;
        let Some(c) = self.live(at) else {
            return Expected::Refused;
        };
        if c.holder != Some(texter) {
            return Expected::Either;
        }
        c.draft_edited_at = Some(now);
        Expected::Changes(1)
    }

    pub(super) fn close(&mut self, texter: usize, at: usize) -> Expected {
        let now = self.now;
        let Some(c) = self.live(at).filter(|c| c.holder == Some(texter)) else {
            return Expected::Refused;
        };
        match c.status {
            ConversationStatus::Closed => {}
            ConversationStatus::NeedsMessage => return Expected::Refused,
            _ if c.opted_out => return Expected::Refused,
            _ => {
                c.status = ConversationStatus::Closed;
                c.closed_wait = c.waiting_since.take();
                c.held_since = Some(now);
            }
        }
        Expected::Changes(1)
    }

    pub(super) fn reopen(&mut self, texter: usize, at: usize) -> Expected {
        let now = self.now;
        let Some(c) = self.live(at).filter(|c| c.holder == Some(texter)) else {
            return Expected::Refused;
        };
        if c.opted_out {
            return Expected::Refused;
        }
        if c.status == ConversationStatus::Closed {
            c.waiting_since = c.waiting_since.or(c.closed_wait.take());
            c.status = match c.waiting_since {
                Some(_) => ConversationStatus::NeedsResponse,
                None if c.heard => ConversationStatus::Convo,
                None => ConversationStatus::Messaged,
            };
            c.held_since = Some(now);
        }
        Expected::Changes(1)
    }

    pub(super) fn release(
        &mut self,
        status: ConversationStatus,
        takes: impl Fn(&Self, &Conversation) -> bool,
    ) -> Expected {
        let mut taken = Vec::new();
        for at in 0..self.conversations.len() {
            let c = &self.conversations[at];
            let protected = c.opted_out || c.escalated || !self.campaigns[c.campaign].runs();
            let Some(holder) = c
                .holder
                .filter(|_| c.status == status && !protected && !c.gone)
            else {
                continue;
            };
            if takes(self, c) {
                let c = &mut self.conversations[at];
                c.hand_over(None);
                taken.push((at, Some(holder), c.epoch));
            }
        }
        let count = taken.len();
        if count > 0 {
            self.last = Some(Release {
                taken,
                given_to: None,
                held_since: None,
                statuses: Statuses::One(status),
                at: self.now,
                undone: false,
            });
        }
        Expected::Changes(count)
    }

    pub(super) fn second_pass(&mut self, campaign: usize, days: i32) -> Expected {
        let now = self.now;
        let mut taken = Vec::new();
        for at in 0..self.conversations.len() {
            let since = now - TimeDelta::days(days.into());
            let goes_or_went = self.goes_out_or_went_out_since(at, since);
            let c = &mut self.conversations[at];
            let protected = c.opted_out || c.escalated || self.campaigns[c.campaign].archived;
            let typing = |at: DateTime<Utc>| at > now - TimeDelta::minutes(2);
            if c.campaign != campaign
                || c.status != ConversationStatus::Messaged
                || protected
                || c.draft_edited_at.is_some_and(typing)
                || c.texted.is_some_and(|(at, _)| at > since)
                || goes_or_went
            {
                continue;
            }
            // Nobody holds what a reviewer has answered into the pool.
            let holder = c.holder.take();
            c.status = ConversationStatus::NeedsMessage;
            c.released_from = holder;
            c.epoch += 1;
            taken.push((at, holder, c.epoch));
        }
        let count = taken.len();
        if count > 0 {
            self.last = Some(Release {
                taken,
                given_to: None,
                held_since: None,
                statuses: Statuses::Changed(
                    ConversationStatus::NeedsMessage,
                    ConversationStatus::Messaged,
                ),
                at: now,
                undone: false,
            });
        }
        Expected::Changes(count)
    }
}

impl Conversation {
    /// It changes hands, and whoever had it is remembered.
    pub(super) fn hand_over(&mut self, holder: Option<usize>) {
        if self.holder.is_some() && self.holder != holder {
            self.released_from = self.holder;
        }
        self.holder = holder;
        self.epoch += 1;
    }
}
