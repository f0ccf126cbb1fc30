//! A pending request, as those who decide read it, and the result of an approval.

use super::{Age, PoolKind, RequestId};

/// A line of Assignment Requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingRequest {
    /// Which request.
    pub id: RequestId,
    /// Whether the reader may decide on it: not on their own, unless they are an admin.
    pub decidable: bool,
    /// Who asks.
    pub texter: String,
    /// From which pool.
    pub pool: String,
    /// For what.
    pub kind: PoolKind,
    /// For how many.
    pub wanted: u32,
    /// For how long it has been waiting.
    pub waiting: Age,
    /// How many replies they hold unanswered.
    pub held: u32,
    /// How many texts they were given in the last 24 hours.
    pub today: u32,
}

/// What came of an approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Approval {
    /// The texter got something.
    Assigned {
        /// Who.
        texter: String,
        /// Of what.
        kind: PoolKind,
        /// How many.
        assigned: u32,
    },
    /// Nothing can be handed out; the request stays pending.
    NothingThere {
        /// From which pool.
        pool: String,
    },
}
