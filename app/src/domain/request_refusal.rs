//! The refusal of a request: why a texter cannot request texts now.

use super::Age;
#[cfg(feature = "ssr")]
use super::PoolKind;
#[cfg(feature = "ssr")]
use sentences::page;

/// Each with a title and a sentence that says what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestRefusal {
    /// The organization has switched requests off.
    Disabled {
        /// The organization's message to its texters.
        message: String,
    },
    /// This member's requests are refused.
    NotAllowed,
    /// Their replies come first.
    AnswerFirst {
        /// So many.
        held: u32,
    },
    /// They hold as many unanswered replies as one texter may.
    TooManyOpen {
        /// So many.
        most: u32,
    },
    /// They were given as many texts in 24 hours as one texter may.
    DayIsFull {
        /// So many.
        most: u32,
        /// There are more after so long.
        again_in: Age,
    },
    /// There is nothing to hand out.
    Nothing,
}

#[cfg(feature = "ssr")]
impl RequestRefusal {
    /// In a few words.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Disabled { .. } => page::requests_disabled_title(),
            Self::NotAllowed => page::cannot_request_title(),
            Self::AnswerFirst { .. } => page::answer_first_title(),
            Self::TooManyOpen { .. } => page::too_many_title(),
            Self::DayIsFull { .. } => page::limit_reached_title(),
            Self::Nothing => page::no_texts_title(),
        }
    }

    /// What to do.
    pub fn message(&self) -> String {
        match self {
            Self::Disabled { message } if message.trim().is_empty() => {
                page::ask_when_enabled().to_owned()
            }
            Self::Disabled { message } => message.clone(),
            Self::NotAllowed => page::ask_if_you_should().to_owned(),
            Self::AnswerFirst { held } => page::answer_first(&PoolKind::Replies.counted(*held)),
            Self::TooManyOpen { most } => page::answer_some(&PoolKind::Replies.counted(*most)),
            Self::DayIsFull { most, again_in } => {
                // "Just now" is no time from now.
                let again = match again_in.minutes() {
                    0 => page::a_minute().to_owned(),
                    _ => again_in.to_string(),
                };
                page::day_is_full(*most, &again)
            }
            Self::Nothing => page::updates_by_itself().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Age, RequestRefusal};

    #[test]
    fn says_what_to_do() {
        let sentence = RequestRefusal::AnswerFirst { held: 1 }.message();
        assert_eq!(
            sentence,
            "You have 1 reply. When you have answered, you can request more."
        );
        let again_in = Age::from_seconds(20);
        let sentence = RequestRefusal::DayIsFull {
            most: 200,
            again_in,
        }
        .message();
        assert!(sentence.ends_with("in a minute."), "{sentence}");
        let message = String::new();
        let sentence = RequestRefusal::Disabled { message }.message();
        assert!(sentence.starts_with("Ask an admin"), "{sentence}");
    }
}
