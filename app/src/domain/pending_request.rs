//! A pending request, as those who decide read it, and the result of an approval.

use super::{Age, PoolKind, RequestId};
#[cfg(feature = "ssr")]
use sentences::page;

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
    /// The most that one request may take of the pool by now.
    pub most: u32,
    /// For how long it has been waiting.
    pub waiting: Age,
    /// How many replies they hold unanswered.
    pub held: u32,
    /// How many texts they were given in the last 24 hours.
    pub today: u32,
}

/// What a pending request asks for, "50 replies from General", and the most that it can get where the pool lets one
/// request take less by now.
#[cfg(feature = "ssr")]
pub fn requested_texts(kind: PoolKind, wanted: u32, pool: &str, most: u32) -> String {
    let what = kind.counted(wanted);
    if most < wanted {
        page::from_pool_at_most(&what, pool, most)
    } else {
        page::from_pool(&what, pool)
    }
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

#[cfg(test)]
mod tests {
    use super::{PoolKind, requested_texts};

    #[test]
    fn says_the_most_that_it_can_get_where_that_is_less() {
        let words = |most| requested_texts(PoolKind::Replies, 50, "General", most);
        assert_eq!(words(100), "50 replies from General");
        assert_eq!(words(50), "50 replies from General");
        assert_eq!(words(25), "50 replies from General (at most 25 now)");
    }
}
