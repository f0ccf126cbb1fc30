//! A texter's notice of their own request, in words.

#[cfg(feature = "ssr")]
use crate::domain::RequestOutcome;
use serde::{Deserialize, Serialize};

/// A [`crate::domain::RequestOutcome`] in words, so that a phone need not know how they are made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestNotice {
    /// The number of its request, as a text, which the program of a phone can compare already; empty in the response to the
    /// request itself.
    pub request: String,
    /// "25 replies assigned"; empty where the form says it: a request is pending.
    pub sentence: String,
    /// Whether it is what was asked for.
    pub good: bool,
}

#[cfg(feature = "ssr")]
impl RequestNotice {
    /// Of an outcome.
    pub fn of(outcome: &RequestOutcome) -> Self {
        Self {
            request: String::new(),
            sentence: match outcome {
                RequestOutcome::Pending { .. } => String::new(),
                outcome => outcome.to_string(),
            },
            good: outcome.is_good(),
        }
    }
}
