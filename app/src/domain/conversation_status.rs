//! The status of a conversation, and its transitions.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The status of a conversation. Release and assignment never change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ConversationStatus {
    /// No initial was sent yet.
    NeedsMessage,
    /// The initial was sent; no answer.
    Messaged,
    /// The contact wrote last: a reply.
    NeedsResponse,
    /// The texter answered.
    Convo,
    /// Done, by a texter or by a stop word.
    Closed,
}

/// A move that the state chart does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a conversation that is {from} cannot become {to}")]
pub struct IllegalTransition {
    from: ConversationStatus,
    to: ConversationStatus,
}

impl ConversationStatus {
    /// Every status.
    pub const ALL: [Self; 5] = [
        Self::NeedsMessage,
        Self::Messaged,
        Self::NeedsResponse,
        Self::Convo,
        Self::Closed,
    ];

    /// The status after a text was sent.
    pub fn after_outbound(self) -> Self {
        match self {
            Self::NeedsMessage | Self::Messaged => Self::Messaged,
            Self::NeedsResponse | Self::Convo | Self::Closed => Self::Convo,
        }
    }

    /// The status after the contact wrote; a stop word closes it.
    pub fn after_inbound(self, stop: bool) -> Self {
        if stop {
            Self::Closed
        } else {
            Self::NeedsResponse
        }
    }

    /// The status after a texter closed it by hand.
    ///
    /// # Errors
    /// Only what somebody has written in can be closed.
    pub fn closed(self) -> Result<Self, IllegalTransition> {
        match self {
            Self::NeedsMessage | Self::Closed => Err(IllegalTransition {
                from: self,
                to: Self::Closed,
            }),
            Self::Messaged | Self::NeedsResponse | Self::Convo => Ok(Self::Closed),
        }
    }

    /// The status as a list of contacts gives it: who has opted out and wrote again waits for nobody.
    pub fn listed(self, opted_out: bool) -> Self {
        match self {
            Self::NeedsResponse if opted_out => Self::Closed,
            status => status,
        }
    }

    /// The word that the database uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NeedsMessage => "needs_message",
            Self::Messaged => "messaged",
            Self::NeedsResponse => "needs_response",
            Self::Convo => "convo",
            Self::Closed => "closed",
        }
    }
}

impl fmt::Display for ConversationStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that names no status.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a conversation status")]
pub struct UnknownStatus(String);

impl FromStr for ConversationStatus {
    type Err = UnknownStatus;
    fn from_str(word: &str) -> Result<Self, UnknownStatus> {
        Self::ALL
            .into_iter()
            .find(|status| status.as_str() == word)
            .ok_or_else(|| UnknownStatus(word.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::ConversationStatus::{self, Closed, Convo, Messaged, NeedsMessage, NeedsResponse};

    #[test]
    fn an_outbound_text_answers_what_waited_and_leaves_first_texts_messaged() {
        let after: Vec<_> = ConversationStatus::ALL
            .map(ConversationStatus::after_outbound)
            .into();
        assert_eq!(after, [Messaged, Messaged, Convo, Convo, Convo]);
    }

    #[test]
    fn an_inbound_text_needs_a_response_whatever_was_before_unless_it_says_stop() {
        for status in ConversationStatus::ALL {
            assert_eq!(status.after_inbound(false), NeedsResponse);
            assert_eq!(status.after_inbound(true), Closed);
        }
    }

    #[test]
    fn who_has_opted_out_and_wrote_again_is_listed_as_one_that_waits_for_nobody() {
        assert_eq!(NeedsResponse.listed(true), Closed);
        for status in ConversationStatus::ALL {
            assert_eq!(status.listed(false), status);
            assert_ne!(status.listed(true), NeedsResponse);
        }
    }

    #[test]
    fn what_nobody_wrote_in_cannot_be_closed_and_nothing_is_closed_twice() {
        let closable: Vec<_> = ConversationStatus::ALL
            .into_iter()
            .filter(|s| s.closed().is_ok())
            .collect();
        assert_eq!(closable, [Messaged, NeedsResponse, Convo]);
        assert!(NeedsMessage.closed().is_err());
    }

    #[test]
    fn reads_back_what_it_writes() {
        for status in ConversationStatus::ALL {
            assert_eq!(status.to_string().parse(), Ok(status));
        }
    }
}
