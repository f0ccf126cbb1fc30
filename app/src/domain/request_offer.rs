//! The request form: what a texter may ask for, and what came of the last request.

use super::{Age, PoolId};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A pool with something in it for this texter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolOffer {
    /// Which pool.
    pub id: PoolId,
    /// Its title, "General".
    pub title: String,
    /// Replies that can be handed out now.
    pub replies: u32,
    /// The oldest of them has waited this long.
    pub oldest_wait: Age,
    /// The most that one request may take.
    pub max_per_request: u32,
}

/// Exactly one of the states of the request form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RequestOffer {
    /// Requests are disabled; the organization's own words say why.
    Disabled {
        /// What the organization tells its texters.
        message: String,
    },
    /// Nothing can be handed out right now.
    Nothing,
    /// The form.
    Open {
        /// What to choose from; never empty.
        pools: Vec<PoolOffer>,
    },
}

/// What one request got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestOutcome {
    /// How many were asked for.
    pub wanted: u32,
    /// How many were assigned.
    pub assigned: u32,
}

impl fmt::Display for RequestOutcome {
    /// "25 replies assigned", "7 of 25: that was all there is", or that there was nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.assigned, self.wanted) {
            (0, _) => f.write_str("No replies were left to assign. Try again in a moment."),
            (1, 1) => f.write_str("1 reply assigned"),
            (assigned, wanted) if assigned == wanted => write!(f, "{assigned} replies assigned"),
            (assigned, wanted) => write!(f, "{assigned} of {wanted}: that was all there is"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RequestOutcome;

    #[test]
    fn says_how_many_of_how_many() {
        let words = |assigned, wanted| RequestOutcome { wanted, assigned }.to_string();
        assert_eq!(words(25, 25), "25 replies assigned");
        assert_eq!(words(1, 1), "1 reply assigned");
        assert_eq!(words(7, 25), "7 of 25: that was all there is");
        assert!(words(0, 25).starts_with("No replies"));
    }
}
