//! Figures of a campaign, of a texter and of an organization.

use super::{Age, DeliveryFailure, FailureCode, MemberId, Timeline};
use chrono::{DateTime, Utc};

/// What became of a campaign's contacts and texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignFigures {
    /// When they were counted.
    pub counted_at: DateTime<Utc>,
    /// The campaign's zone, by whose clock the timeline is.
    pub zone: String,
    /// Its contacts.
    pub contacts: u32,
    /// The contacts who were sent an initial message, each once.
    pub initials: u32,
    /// What became of the texts that were written, initial messages and all others.
    pub texts: TextFigures,
    /// The contacts who have written back.
    pub replied: u32,
    /// Those of them whose last text was answered, closed, or is of somebody who has opted out.
    pub handled: u32,
    /// Those who wait for an answer. On a draft and an archived campaign nobody does.
    pub waiting: u32,
    /// Those whose last text has no answer because the campaign was archived.
    pub unanswered_when_archived: u32,
    /// The contacts who have opted out.
    pub opted_out: u32,
    /// Initial messages, contacts who wrote back for the first time, and answers.
    pub timeline: Timeline<3>,
}

/// What became of texts, as far as the message service has said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextFigures {
    /// How many were written.
    pub written: u32,
    /// How many the message service has not taken yet.
    pub on_the_way: u32,
    /// How many the message service has reported as delivered.
    pub delivered: u32,
    /// Those that did not reach a phone, by reason, most first.
    pub failed: Vec<FailedTexts>,
}

impl TextFigures {
    /// Of a hundred texts that are reported on, carriers may filter so many before it is said that there are many.
    pub const FEW_FILTERED_PERCENT: u32 = 3;

    /// How many did not reach a phone.
    pub fn failed(&self) -> u32 {
        self.failed.iter().map(|failed| failed.texts).sum()
    }

    /// How many carriers filtered, if these are many of those that are known to be delivered or failed.
    pub fn many_filtered(&self) -> Option<u32> {
        let filtered = Some(DeliveryFailure::Code(FailureCode::FILTERED));
        let filtered = self.failed.iter().find(|failed| failed.reason == filtered);
        let filtered = filtered.map_or(0, |failed| failed.texts);
        let known = u64::from(self.delivered) + u64::from(self.failed());
        let few = known * u64::from(Self::FEW_FILTERED_PERCENT);
        (u64::from(filtered) * 100 > few).then_some(filtered)
    }

    /// How many the message service has taken, and has not reported as failed.
    pub fn sent(&self) -> u32 {
        let others = self.failed().saturating_add(self.on_the_way);
        self.written.saturating_sub(others)
    }
}

/// Texts that failed for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedTexts {
    /// Which; `None` = all other reasons together.
    pub reason: Option<DeliveryFailure>,
    /// How many texts.
    pub texts: u32,
}

/// What a texter did over the last days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TexterFigures {
    /// The zone by whose clock the timeline is.
    pub zone: String,
    /// The initial messages that they sent.
    pub initials: u32,
    /// The replies that they answered.
    pub answers: u32,
    /// All texts that they sent.
    pub texts: u32,
    /// Half of those whom they answered did not wait longer; `None` if they answered nobody.
    pub median: Option<Age>,
    /// The conversations that releases took from them; those that they released themselves are not lost.
    pub lost: u32,
    /// Initial messages and answers.
    pub timeline: Timeline<2>,
}

impl TexterFigures {
    /// How many days are counted.
    pub const DAYS: i32 = 30;
}

/// Where an organization stands now, and what it did over the last days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationFigures {
    /// The zone by whose clock the timeline is.
    pub zone: String,
    /// How many texters are active.
    pub active: u32,
    /// Those who sent most within the last hour, at most [`Self::MOST_ACTIVE`].
    pub texters: Vec<ActiveTexter>,
    /// How many people wait for an answer.
    pub waiting: u32,
    /// How long the first of them has waited.
    pub oldest_wait: Option<Age>,
    /// How many answers were sent within the last hour.
    pub answers_last_hour: u32,
    /// All texts, and those of them that were answers.
    pub timeline: Timeline<2>,
}

impl OrganizationFigures {
    /// A texter is active who has sent a text within so many minutes.
    pub const ACTIVE_MINUTES: i32 = 15;
    /// How many active texters are named.
    pub const MOST_ACTIVE: i64 = 50;
    /// How many days the timeline has.
    pub const DAYS: i32 = 14;

    /// How long it takes to answer all who wait, if as many are answered in each hour as in the last one, and nobody else
    /// writes; `None` if nobody was answered in it.
    pub fn time_to_answer_all(&self) -> Option<Age> {
        let seconds = u64::from(self.waiting) * 3600;
        let seconds = seconds.checked_div(self.answers_last_hour.into())?;
        Some(Age(u32::try_from(seconds).unwrap_or(u32::MAX)))
    }
}

/// A texter who is active now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActiveTexter {
    /// Who.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// How many texts they sent within the last hour.
    pub texts: u32,
    /// How many replies they hold.
    pub replies: u32,
}

#[cfg(test)]
mod tests {
    use super::{FailedTexts, OrganizationFigures, TextFigures};
    use crate::domain::{Age, DeliveryFailure, FailureCode, Timeline};

    #[test]
    fn a_pace_is_that_of_the_last_hour_and_without_an_answer_there_is_none() {
        let figures = |waiting, answers_last_hour| OrganizationFigures {
            zone: String::new(),
            active: 0,
            texters: Vec::new(),
            waiting,
            oldest_wait: None,
            answers_last_hour,
            timeline: Timeline::of([]),
        };
        assert_eq!(figures(300, 120).time_to_answer_all(), Some(Age(9000)));
        assert_eq!(figures(0, 1).time_to_answer_all(), Some(Age(0)));
        assert_eq!(figures(300, 0).time_to_answer_all(), None);
        let longest = figures(u32::MAX, 1).time_to_answer_all();
        assert_eq!(longest, Some(Age(u32::MAX)));
    }

    #[test]
    fn what_was_taken_is_neither_failed_nor_on_its_way() {
        let failed = |texts| FailedTexts {
            reason: None,
            texts,
        };
        let texts = TextFigures {
            written: 100,
            on_the_way: 5,
            delivered: 60,
            failed: vec![failed(3), failed(2)],
        };
        assert_eq!((texts.failed(), texts.sent()), (5, 90));
    }

    #[test]
    fn many_were_filtered_if_more_than_three_of_a_hundred_that_are_known() {
        let filtered = |filtered, delivered| {
            let code = |code, texts| FailedTexts {
                reason: Some(DeliveryFailure::Code(code)),
                texts,
            };
            let failed = [(FailureCode(30003), 7), (FailureCode::FILTERED, filtered)];
            TextFigures {
                written: 1000,
                on_the_way: 0,
                delivered,
                failed: failed.map(|(reason, texts)| code(reason, texts)).into(),
            }
            .many_filtered()
        };
        assert_eq!(filtered(3, 90), None, "three of a hundred");
        assert_eq!(filtered(4, 90), Some(4), "four of 101");
        assert_eq!(filtered(4, 200), None);
        assert_eq!(filtered(0, 0), None);
    }
}
