//! The offer of the request form: what a texter may ask for.

use super::{Age, PoolKind, RequestId};
use serde::{Deserialize, Serialize};

/// A pool with something in it for this texter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolOffer {
    /// The pool and what it hands out, as a request names it: `7.replies`. A text, which a phone need neither write nor read.
    pub choice: String,
    /// Its title, "General".
    pub title: String,
    /// What it hands out.
    pub kind: PoolKind,
    /// How much of it can be handed out now; counted up to [`MAX_COUNTED`].
    pub waiting: u32,
    /// The oldest reply has waited this long; nobody waits for a first text.
    pub oldest_wait: Option<Age>,
    /// The most that one request may take.
    pub max_per_request: u32,
}

/// How far the form counts: it is looked at all the time, and nobody asks for more.
pub const MAX_COUNTED: u32 = 10_000;

/// Exactly one of the states of the request form. The last one, the outcome, is a
/// [`super::RequestOutcome`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RequestOffer {
    /// A request waits for somebody to decide on it.
    Pending {
        /// Which.
        request: RequestId,
        /// What it asks for, and what it waits for: "25 replies from General. Someone has to approve it; …".
        message: String,
    },
    /// Nothing can be asked for; [`super::RequestRefusal`] says why, unless there is nothing to hand out.
    Closed {
        /// In a few words.
        title: String,
        /// And what to do.
        message: String,
    },
    /// The form.
    Open {
        /// What to choose from, in the order in which it is offered; never empty.
        pools: Vec<PoolOffer>,
        /// Whether somebody has to approve the request.
        approval: bool,
    },
}

impl RequestOffer {
    /// The pools to choose from; none unless it is the form.
    pub fn pools(&self) -> &[PoolOffer] {
        match self {
            Self::Open { pools, .. } => pools,
            _ => &[],
        }
    }
}
