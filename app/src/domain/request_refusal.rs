//! The refusal of a request: why a texter cannot request texts now.

use super::{Age, PoolKind};

/// Each with a title and a sentence that says what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestRefusal {
    /// The organization has switched requests off.
    Disabled {
        /// What it tells its texters.
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

impl RequestRefusal {
    /// In a few words.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Disabled { .. } => "Requests are disabled",
            Self::NotAllowed => "You cannot request texts",
            Self::AnswerFirst { .. } => "Answer your replies first",
            Self::TooManyOpen { .. } => "You hold as many replies as you may",
            Self::DayIsFull { .. } => "That is all for today",
            Self::Nothing => "No texts available right now",
        }
    }

    /// What to do.
    pub fn message(&self) -> String {
        match self {
            Self::Disabled { message } if message.trim().is_empty() => {
                "Ask an admin of your organization when they open.".to_owned()
            }
            Self::Disabled { message } => message.clone(),
            Self::NotAllowed => {
                "Ask an admin of your organization if you think that you should.".to_owned()
            }
            Self::AnswerFirst { held } => format!(
                "You hold {}. When you have answered, you can request more.",
                PoolKind::Replies.counted(*held),
            ),
            Self::TooManyOpen { most } => format!(
                "A texter of your organization may hold {} at a time. Answer some, and you can request more.",
                PoolKind::Replies.counted(*most),
            ),
            Self::DayIsFull { most, again_in } => format!(
                "Your organization gives a texter at most {most} texts in 24 hours, and you had them. There are more for you in {}.",
                // "Just now" is no time from now.
                if again_in.minutes() == 0 {
                    "a minute".to_owned()
                } else {
                    again_in.to_string()
                },
            ),
            Self::Nothing => {
                "This changes by itself when somebody writes back and nobody is there to answer."
                    .to_owned()
            }
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
            "You hold 1 reply. When you have answered, you can request more."
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
