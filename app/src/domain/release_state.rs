//! The state of a release.

use serde::{Deserialize, Serialize};

/// The state of a release, or of an undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReleaseState {
    /// Its batches are being written.
    Running,
    /// Every batch is done.
    Finished,
    /// It stopped at an error; what its batches had done stands.
    Failed,
    /// Somebody stopped it between two batches; what they had done stands.
    Cancelled,
}
