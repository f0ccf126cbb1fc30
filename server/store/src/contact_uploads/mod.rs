//! Files of contacts between the two steps of an upload: kept in parts, read again by any server, and deleted when they
//! are imported, discarded or forgotten.

mod abandoned;
mod claim;
mod keep;
mod read;

#[cfg(test)]
mod tests;

pub use abandoned::delete_abandoned;
pub(crate) use claim::consume;
pub use claim::{Claim, claim, fail, report_progress};
pub use keep::{MAX_KEPT, PART_BYTES, append, begin, complete, discard};
pub use read::{KeptUpload, PendingFile, UploadState, find, part, pending};
