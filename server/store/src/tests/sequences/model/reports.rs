//! What the message service reports of the texts that it has taken.

use super::outbox::TextState;
use super::{Expected, Model};
use app::domain::FailureCode;
use chrono::{DateTime, TimeDelta, Utc};
use server_message::Keyword;

/// What it reports of a text that it has taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Report {
    Sent,
    Delivered,
    Failed(Option<i32>),
}

/// A report of a text whose id is not known yet.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct EarlyReport {
    pub failed: bool,
    pub code: Option<i32>,
    pub received_at: DateTime<Utc>,
    pub next_attempt_at: DateTime<Utc>,
}

/// For how long an early report is kept.
const KEPT: TimeDelta = TimeDelta::hours(1);

/// What a report did.
pub(in super::super) const REPEATED: usize = 0;
pub(in super::super) const RECORDED: usize = 1;
pub(in super::super) const EARLY: usize = 2;

impl Model {
    pub(super) fn report(&mut self, at: usize, report: Report) -> Expected {
        if let Some(done) = self.record(at, report) {
            return Expected::Changes(done);
        }
        let (failed, code) = match report {
            Report::Sent => return Expected::Changes(EARLY),
            Report::Delivered => (false, None),
            Report::Failed(code) => (true, code),
        };
        let now = self.now;
        let early = self.early.entry(at).or_insert(EarlyReport {
            failed,
            code: None,
            received_at: now,
            next_attempt_at: now + TimeDelta::seconds(1),
        });
        early.failed |= failed;
        if code == Some(FailureCode::OPTED_OUT.0) {
            early.code = code;
        }
        early.code = early.code.or(code);
        Expected::Changes(EARLY)
    }

    /// What was reported too early is held against what is known by now; how much of it is recorded.
    pub fn apply_early(&mut self) -> Expected {
        let mut applied = 0;
        for (at, early) in self.early.clone() {
            if early.next_attempt_at > self.now {
                continue;
            }
            let report = match early.failed {
                true => Report::Failed(early.code),
                false => Report::Delivered,
            };
            let waited = self.now - early.received_at;
            if self.record(at, report).is_some() {
                self.early.remove(&at);
                applied += 1;
            } else if waited >= KEPT {
                self.early.remove(&at);
            } else if let Some(early) = self.early.get_mut(&at) {
                early.next_attempt_at = self.now + waited.max(TimeDelta::seconds(1));
            }
        }
        Expected::Changes(applied)
    }

    /// Whether an opt-out of theirs was lifted since then, or the last keyword that they sent is START.
    fn opted_in_since(&self, person: usize, since: DateTime<Utc>) -> bool {
        let mut lifted = self.lifted.iter();
        let mut keywords = self.keywords.iter().rev();
        let last = keywords.find(|said| said.person == person && said.at >= since);
        lifted.any(|(whose, _, until)| *whose == person && *until >= since)
            || last.is_some_and(|said| said.keyword == Keyword::Start)
    }

    /// Only forward, and a reason that is known stays; `None`: no text has that id.
    fn record(&mut self, at: usize, report: Report) -> Option<usize> {
        let text = self.outbox.get_mut(at).filter(|text| text.is_known)?;
        let before = text.clone();
        let is_new = match (report, text.state) {
            (Report::Delivered, TextState::Sent) if !text.delivered => {
                text.delivered = true;
                true
            }
            (Report::Failed(code), TextState::Sent) => {
                (text.state, text.delivered, text.code) = (TextState::Failed, false, code);
                true
            }
            (Report::Failed(code), TextState::Failed) if text.code.is_none() && code.is_some() => {
                text.code = code;
                true
            }
            _ => false,
        };
        let opted_out = Some(FailureCode::OPTED_OUT.0);
        let person = self.person_of(at);
        let failed_otherwise = before.code.is_some() && before.code != opted_out;
        // What the carrier said before they asked for texts it may say again after it.
        let opted_in = self.opted_in_since(person, before.written_at);
        if report == Report::Failed(opted_out) && (is_new || failed_otherwise) && !opted_in {
            self.opt_out_by_themselves(person);
        }
        Some(if is_new { RECORDED } else { REPEATED })
    }
}
