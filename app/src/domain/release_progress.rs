//! The progress of a release, and its result.

use super::{Age, CampaignId, ReleaseId, ReleaseKind, ReleaseState};
use sentences::admin;
use serde::{Deserialize, Serialize};
use std::fmt;

/// One release, or the undo of one, as it goes on and after it has ended; its display is the sentence
/// that the admin reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseProgress {
    /// Its row in the history.
    pub release: ReleaseId,
    /// Who started it; `None` = the engine.
    pub actor: Option<String>,
    /// What it takes.
    pub kind: ReleaseKind,
    /// The campaign that it is restricted to; `None` = all.
    pub campaign: Option<CampaignId>,
    /// The release that it takes back, if it is an undo.
    pub undoes: Option<ReleaseId>,
    /// Whether it runs.
    pub state: ReleaseState,
    /// Somebody asked it to stop; it does so after the batch that it is at.
    pub cancelling: bool,
    /// How many qualified when it started.
    pub expected: u32,
    /// Rows that were changed so far: released, or given back.
    pub conversations: u32,
    /// Campaigns that they are on; 0 while it runs.
    pub campaigns: u32,
    /// Of an undo: what could not be given back, because it was taken, answered or closed meanwhile. Of a bulk action: what
    /// had changed since it was counted, and was left alone.
    pub kept: u32,
    /// Of those, what carries escalation tags that the teams of its texter do not hold, or not any more.
    pub kept_escalated: u32,
    /// How long it has run, or ran, in milliseconds.
    pub ran_ms: u32,
    /// How long it can still be undone, from the moment that this was read; `None` = not, or not any more.
    pub undo_for: Option<Age>,
}

impl ReleaseProgress {
    /// Whether it is over.
    pub fn ended(&self) -> bool {
        self.state != ReleaseState::Running
    }

    /// Whether it went through and there was nothing to release: it leaves no trace.
    pub fn released_nothing(&self) -> bool {
        self.state == ReleaseState::Finished && self.undoes.is_none() && self.conversations == 0
    }

    /// How much of it is done, from 0 to 100.
    pub fn percent(&self) -> u32 {
        match (self.ended(), self.expected) {
            (true, _) => 100,
            (false, 0) => 0,
            // What became idle after it started is not counted in `expected`, and is not taken.
            (false, expected) => {
                let percent = u64::from(self.conversations) * 100 / u64::from(expected);
                u32::try_from(percent.min(99)).unwrap_or(99)
            }
        }
    }

    /// Conversations per second so far.
    pub fn rate(&self) -> u32 {
        let rate = u64::from(self.conversations) * 1000 / u64::from(self.ran_ms.max(1));
        u32::try_from(rate).unwrap_or(u32::MAX)
    }
}

impl fmt::Display for ReleaseProgress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match (self.undoes.is_some(), self.ended()) {
            (true, _) => self.undo_words(),
            (false, true) => self.released_words(),
            (false, false) => self.releasing_words(),
        };
        f.write_str(&match self.state {
            ReleaseState::Running | ReleaseState::Finished => what,
            ReleaseState::Cancelled => admin::then_it_was_cancelled(&what),
            ReleaseState::Failed => admin::then_it_failed(&what),
        })
    }
}

impl ReleaseProgress {
    fn releasing_words(&self) -> String {
        let say = match self.kind {
            ReleaseKind::Replies => admin::releasing_replies,
            ReleaseKind::Unsent => admin::releasing_unsent_messages,
            ReleaseKind::Held => admin::releasing_conversations,
            ReleaseKind::SecondPass => admin::second_pass_so_far,
            ReleaseKind::Bulk => admin::changing_conversations,
        };
        say(self.conversations, self.expected)
    }

    fn released_words(&self) -> String {
        let say = match self.kind {
            ReleaseKind::Replies => admin::released_replies,
            ReleaseKind::Unsent => admin::released_unsent_messages,
            ReleaseKind::Held => admin::released_conversations,
            ReleaseKind::SecondPass => return admin::second_pass_took(self.conversations),
            ReleaseKind::Bulk => return admin::changed_conversations(self.conversations),
        };
        say(self.conversations, self.campaigns)
    }

    fn undo_words(&self) -> String {
        let say = match (self.kind, self.ended()) {
            (ReleaseKind::Replies, false) => admin::undoing_replies,
            (ReleaseKind::Replies, true) => admin::undone_replies,
            (ReleaseKind::Unsent, false) => admin::undoing_unsent_messages,
            (ReleaseKind::Unsent, true) => admin::undone_unsent_messages,
            (ReleaseKind::Held | ReleaseKind::SecondPass | ReleaseKind::Bulk, false) => {
                admin::undoing_conversations
            }
            (ReleaseKind::Held | ReleaseKind::SecondPass | ReleaseKind::Bulk, true) => {
                admin::undone_conversations
            }
        };
        let done = self.conversations;
        // How many were taken meanwhile is known when it has gone through all of them.
        let all = self.expected.max(done.saturating_add(self.kept));
        let returned = say(done, all);
        let returned = match self.kept.saturating_sub(self.kept_escalated) {
            0 => returned,
            kept => admin::and_kept(&returned, kept),
        };
        match self.kept_escalated {
            0 => returned,
            kept => admin::and_kept_escalated(&returned, kept),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn progress(conversations: u32, state: ReleaseState) -> ReleaseProgress {
        ReleaseProgress {
            release: ReleaseId(1),
            actor: None,
            kind: ReleaseKind::Replies,
            campaign: None,
            undoes: None,
            state,
            cancelling: false,
            expected: 200,
            conversations,
            campaigns: 3,
            kept: 0,
            kept_escalated: 0,
            ran_ms: 2000,
            undo_for: None,
        }
    }

    #[test]
    fn is_a_sentence_in_every_state() {
        let words = |state| progress(40, state).to_string();
        assert_eq!(words(ReleaseState::Running), "Releasing: 40 of 200 replies");
        assert_eq!(
            words(ReleaseState::Finished),
            "Released 40 replies on 3 campaigns"
        );
        assert_eq!(
            words(ReleaseState::Cancelled),
            "Released 40 replies on 3 campaigns, then it was canceled"
        );
        assert_eq!(
            words(ReleaseState::Failed),
            "Released 40 replies on 3 campaigns, then it failed"
        );
    }

    #[test]
    fn an_undo_says_how_many_were_given_back_and_how_many_were_not() {
        let undo = ReleaseProgress {
            undoes: Some(ReleaseId(1)),
            expected: 40,
            kept: 2,
            ..progress(38, ReleaseState::Finished)
        };
        assert_eq!(
            undo.to_string(),
            "Undone: 38 of 40 replies returned; 2 were already picked up, answered or deleted"
        );
        let escalated = ReleaseProgress {
            kept_escalated: 1,
            ..undo.clone()
        };
        assert_eq!(
            escalated.to_string(),
            "Undone: 38 of 40 replies returned; 1 was already picked up, answered or deleted; 1 has an escalation tag that its texter’s teams do not have"
        );
        let cancelled = ReleaseProgress {
            undoes: Some(ReleaseId(1)),
            ..progress(38, ReleaseState::Cancelled)
        };
        assert_eq!(
            cancelled.to_string(),
            "Undone: 38 of 200 replies returned, then it was canceled"
        );
    }

    #[test]
    fn only_a_release_that_went_through_released_nothing() {
        assert!(progress(0, ReleaseState::Finished).released_nothing());
        assert!(!progress(1, ReleaseState::Finished).released_nothing());
        assert!(!progress(0, ReleaseState::Cancelled).released_nothing());
        let undo = ReleaseProgress {
            undoes: Some(ReleaseId(1)),
            ..progress(0, ReleaseState::Finished)
        };
        assert!(!undo.released_nothing());
    }

    #[test]
    fn is_whole_only_when_it_has_ended() {
        assert_eq!(progress(50, ReleaseState::Running).percent(), 25);
        assert_eq!(progress(900, ReleaseState::Running).percent(), 99);
        assert_eq!(progress(50, ReleaseState::Cancelled).percent(), 100);
        assert_eq!(progress(50, ReleaseState::Running).rate(), 25);
    }
}
