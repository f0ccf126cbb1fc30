//! The texts that go out, what the message service says of them, and what each says about opt-outs.

use super::{Expected, Model};
use app::domain::FailureCode;
use chrono::{DateTime, TimeDelta, Utc};

/// A text of the outbox, as far as the rules look at it.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct Text {
    /// The place of its conversation.
    pub conversation: usize,
    pub written_at: DateTime<Utc>,
    /// Its place among all texts of the sequence.
    pub order: usize,
    pub state: TextState,
    pub due: DateTime<Utc>,
    /// When the service took it.
    pub sent_at: Option<DateTime<Utc>>,
    /// Whether the service has given it an id.
    pub is_known: bool,
    pub delivered: bool,
    pub code: Option<i32>,
    /// It goes out although its contact has opted out.
    pub goodbye: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum TextState {
    Queued,
    Sending,
    Held,
    Sent,
    Failed,
}

impl TextState {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::Held => "held",
            Self::Sent => "sent",
            Self::Failed => "failed",
        }
    }
}

/// What the service answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum ServiceAnswer {
    Taken,
    /// It has no time now: the text is to be sent again after [`LATER`].
    Later,
    Refused(FailureCode),
}

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

/// For how long a text waits that the service had no time for.
pub(in super::super) const LATER: TimeDelta = TimeDelta::seconds(60);
/// For how long an early report is kept.
const KEPT: TimeDelta = TimeDelta::hours(1);

/// What a report did.
pub(in super::super) const REPEATED: usize = 0;
pub(in super::super) const RECORDED: usize = 1;
pub(in super::super) const EARLY: usize = 2;

impl Model {
    /// Whether a text of a conversation is still to go out, or the service has taken one since a moment.
    pub(super) fn goes_out_or_went_out_since(&self, at: usize, since: DateTime<Utc>) -> bool {
        let mut texts = self.outbox.iter().filter(|text| text.conversation == at);
        texts.any(|text| match text.state {
            TextState::Queued | TextState::Sending | TextState::Held => true,
            TextState::Sent | TextState::Failed => text.sent_at.is_some_and(|sent| sent > since),
        })
    }

    /// Writes a text that is due at once.
    pub(super) fn write_text(&mut self, conversation: usize, goodbye: bool) {
        self.texts += 1;
        let (now, order) = (self.now, self.texts);
        self.conversations[conversation].texted = Some((now, order));
        self.outbox.push(Text {
            conversation,
            written_at: now,
            order,
            state: TextState::Queued,
            due: now,
            sent_at: None,
            is_known: false,
            delivered: false,
            code: None,
            goodbye,
        });
    }

    /// Everything that is due is claimed, and then handed to the service.
    pub fn deliver(&mut self, answer: ServiceAnswer) -> Expected {
        let now = self.now;
        let mut claimed = Vec::new();
        for (at, text) in self.outbox.iter_mut().enumerate() {
            if text.state == TextState::Queued && text.due <= now {
                text.state = TextState::Sending;
                let c = &self.conversations[text.conversation];
                let opted_out = self.opted_out.contains_key(&c.person) && !text.goodbye;
                claimed.push((at, opted_out, self.campaigns[c.campaign].paused));
            }
        }
        for (at, opted_out, paused) in &claimed {
            let text = &mut self.outbox[*at];
            if *opted_out {
                text.fail(FailureCode::OPTED_OUT_BEFORE);
            } else if *paused && text.goodbye {
                text.fail(FailureCode::PAUSED);
            } else if *paused {
                text.state = TextState::Held;
            } else {
                self.answered(*at, answer);
            }
        }
        Expected::Changes(claimed.len())
    }

    fn answered(&mut self, at: usize, answer: ServiceAnswer) {
        let now = self.now;
        let text = &mut self.outbox[at];
        match answer {
            ServiceAnswer::Taken => {
                text.state = TextState::Sent;
                text.sent_at = Some(now);
                text.is_known = true;
            }
            ServiceAnswer::Later => {
                text.state = TextState::Queued;
                text.due = now + LATER;
            }
            ServiceAnswer::Refused(code) => {
                text.fail(code);
                if code == FailureCode::OPTED_OUT {
                    self.opt_out_by_themselves(self.person_of(at));
                }
            }
        }
    }

    /// What was held while the campaign was paused is due again.
    pub(super) fn queue_held(&mut self, campaign: usize) {
        for text in &mut self.outbox {
            let is_of = self.conversations[text.conversation].campaign == campaign;
            if is_of && text.state == TextState::Held {
                text.state = TextState::Queued;
                text.due = self.now;
            }
        }
    }

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

    /// Only forward, and a reason that is known stays; `None`: no text has that id.
    fn record(&mut self, at: usize, report: Report) -> Option<usize> {
        let text = self.outbox.get_mut(at).filter(|text| text.is_known)?;
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
        if is_new && report == Report::Failed(Some(FailureCode::OPTED_OUT.0)) {
            self.opt_out_by_themselves(self.person_of(at));
        }
        Some(if is_new { RECORDED } else { REPEATED })
    }

    /// The contact opts out, or their carrier says that they have: nothing goes out after that, not even a goodbye.
    pub(super) fn opt_out_by_themselves(&mut self, person: usize) {
        self.opt_out_person(person, true);
        let of_them = |at: usize| self.conversations[at].person == person;
        for text in &mut self.outbox {
            if of_them(text.conversation) && text.state == TextState::Queued {
                text.goodbye = false;
            }
        }
    }

    fn person_of(&self, text: usize) -> usize {
        self.conversations[self.outbox[text].conversation].person
    }
}

impl Text {
    fn fail(&mut self, code: FailureCode) {
        self.state = TextState::Failed;
        self.code = Some(code.0);
    }
}
