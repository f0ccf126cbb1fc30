//! The refusal of a request: why a texter cannot request texts now.

use super::{Age, PoolKind};

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

impl RequestRefusal {
    /// In a few words.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Disabled { .. } => "Requests are disabled",
            Self::NotAllowed => "You cannot request texts",
            Self::AnswerFirst { .. } => "Answer your replies first",
            Self::TooManyOpen { .. } => "You have as many replies as you can have",
            Self::DayIsFull { .. } => "You have reached your limit",
            Self::Nothing => "No texts available right now",
        }
    }

    /// What to do.
    pub fn message(&self) -> String {
        match self {
            Self::Disabled { message } if message.trim().is_empty() => {
                "Ask an admin when requests will be enabled.".to_owned()
            }
            Self::Disabled { message } => message.clone(),
            Self::NotAllowed => "Ask an admin if you think you should be able to.".to_owned(),
            Self::AnswerFirst { held } => format!(
                "You have {}. When you have answered, you can request more.",
                PoolKind::Replies.counted(*held),
            ),
            Self::TooManyOpen { most } => format!(
                "A texter can have {} at a time. Answer some, and you can request more.",
                PoolKind::Replies.counted(*most),
            ),
            Self::DayIsFull { most, again_in } => format!(
                "A texter can get {most} texts in 24 hours, and you had that many. You can request more in {}.",
                // "Just now" is no time from now.
                if again_in.minutes() == 0 {
                    "a minute".to_owned()
                } else {
                    again_in.to_string()
                },
            ),
            Self::Nothing => {
                "This page updates by itself when there are texts to request.".to_owned()
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
