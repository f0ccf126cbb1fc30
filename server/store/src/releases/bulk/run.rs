//! What the batches of a bulk action work on.

use crate::releases::lease::Lease;
use app::domain::{BulkActionId, BulkChange, MemberId};

/// What every batch of a bulk action has in common.
#[derive(Debug, Clone, Copy)]
pub(in crate::releases) struct BulkRun {
    pub lease: Lease,
    /// Who started it.
    pub actor: MemberId,
    pub action: BulkActionId,
    pub change: BulkChange,
}

/// What was counted in one go, as it was then.
pub(super) struct Part {
    pub ids: Vec<i64>,
    pub epochs: Vec<i32>,
    pub last_messages: Vec<i64>,
}
