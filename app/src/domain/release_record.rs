//! A row of the release history.

use super::{LeftOut, ReleaseId, ReleasePolicy};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Where a release stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReleaseState {
    /// Its batches are being written.
    Running,
    /// Every batch is done.
    Finished,
    /// It stopped at an error; what its batches had done stands.
    Failed,
}

/// One release: who, when, by which policy, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseRecord {
    /// Which release.
    pub id: ReleaseId,
    /// Who pressed the button.
    pub actor: String,
    /// When.
    pub started_at: DateTime<Utc>,
    /// How long it took, in milliseconds; `None` while it runs.
    pub duration_ms: Option<u32>,
    /// By which policy.
    pub policy: ReleasePolicy,
    /// Whether it is done.
    pub state: ReleaseState,
    /// Conversations released so far.
    pub conversations: u32,
    /// Campaigns that they were on.
    pub campaigns: u32,
    /// What was idle and left alone when it started.
    pub left_out: Vec<LeftOut>,
}
