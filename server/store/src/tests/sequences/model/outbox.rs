//! The texts that go out, and what the message service answers.

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
    /// The answer is lost: whether it has taken the text is asked after [`LATER`], and it has not.
    Lost,
    Refused(FailureCode),
}

/// What keeps a text from being sent when it is claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Obstacle {
    GivenUp(FailureCode),
    /// Its campaign does not run.
    Halted,
}

/// For how long a text waits that the service had no time for, or whose answer was lost.
pub(in super::super) const LATER: TimeDelta = TimeDelta::seconds(60);

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
        self.conversations[conversation].said += 1;
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

    /// Everything that is due is claimed, and then handed to the service, as far as it may be sent.
    pub fn deliver(&mut self, answer: ServiceAnswer) -> Expected {
        let now = self.now;
        let mut claimed = Vec::new();
        for (at, text) in self.outbox.iter_mut().enumerate() {
            if matches!(text.state, TextState::Queued | TextState::Sending) && text.due <= now {
                text.state = TextState::Sending;
                claimed.push(at);
            }
        }
        let checked: Vec<_> = claimed.iter().map(|at| self.obstacle(*at)).collect();
        for (at, obstacle) in claimed.iter().zip(checked) {
            match obstacle {
                Some(Obstacle::GivenUp(code)) => self.outbox[*at].fail(code),
                Some(Obstacle::Halted) => self.outbox[*at].state = TextState::Held,
                None => self.answered(*at, answer),
            }
        }
        Expected::Changes(claimed.len())
    }

    /// What keeps a text from being sent.
    fn obstacle(&self, at: usize) -> Option<Obstacle> {
        let text = &self.outbox[at];
        let c = &self.conversations[text.conversation];
        let campaign = &self.campaigns[c.campaign];
        let opt_out = self.opted_out.get(&c.person);
        // A goodbye belongs to the opt-out that it was written with, not to one since.
        let opted_out = opt_out.is_some_and(|o| !text.goodbye || o.since <= text.written_at);
        let said_stop = opt_out.is_some_and(|opt_out| opt_out.by_themselves);
        let given_up = |code| Some(Obstacle::GivenUp(code));
        match text.goodbye {
            true if said_stop => given_up(FailureCode::OPTED_OUT_BEFORE),
            false if opted_out => given_up(FailureCode::OPTED_OUT_BEFORE),
            false if !campaign.runs() => Some(Obstacle::Halted),
            true if campaign.archived => given_up(FailureCode::ARCHIVED),
            true if campaign.paused => given_up(FailureCode::PAUSED),
            true if !opted_out => given_up(FailureCode::OPT_OUT_LIFTED),
            _ => None,
        }
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
            ServiceAnswer::Lost => text.due = now + LATER,
            ServiceAnswer::Refused(code) => {
                if code == FailureCode::OPTED_OUT {
                    self.opt_out_by_themselves(self.person_of(at));
                }
                self.outbox[at].fail(code);
            }
        }
    }

    /// What was held while the campaign was paused or archived is due again.
    pub(super) fn queue_held(&mut self, campaign: usize) {
        for text in &mut self.outbox {
            let is_of = self.conversations[text.conversation].campaign == campaign;
            if is_of && text.state == TextState::Held {
                text.state = TextState::Queued;
                text.due = self.now;
            }
        }
    }

    /// The contact opts out, or their carrier says that they have: nothing goes out after that, not even a goodbye.
    pub(super) fn opt_out_by_themselves(&mut self, person: usize) {
        self.opt_out_person(person, true);
        let of_them = |at: usize| self.conversations[at].person == person;
        for text in &mut self.outbox {
            if !text.goodbye || !of_them(text.conversation) {
                continue;
            }
            // What may be with the service is given up when it is claimed.
            if text.state == TextState::Queued {
                text.fail(FailureCode::OPTED_OUT_BEFORE);
            }
        }
    }

    /// The opt-out was lifted: what has not left of its goodbye is given up.
    pub(super) fn give_up_goodbyes(&mut self, person: usize) {
        let of_them = |at: usize| self.conversations[at].person == person;
        for text in &mut self.outbox {
            if text.goodbye && text.state == TextState::Queued && of_them(text.conversation) {
                text.fail(FailureCode::OPT_OUT_LIFTED);
            }
        }
    }

    pub(super) fn person_of(&self, text: usize) -> usize {
        self.conversations[self.outbox[text].conversation].person
    }
}

impl Text {
    fn fail(&mut self, code: FailureCode) {
        self.state = TextState::Failed;
        self.code = Some(code.0);
    }
}
