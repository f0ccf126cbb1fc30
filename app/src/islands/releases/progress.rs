//! How far a release from the dialog has come.

use crate::domain::ReleaseOutcome;
use crate::error::AppError;

/// Where the dialog stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// Being filled in.
    Editing,
    /// The server is at it.
    Releasing,
    /// It is done.
    Done(ReleaseOutcome),
    /// It was refused.
    Refused(AppError),
}

impl Progress {
    /// Whether the server is at it.
    pub fn is_releasing(&self) -> bool {
        matches!(self, Self::Releasing)
    }

    /// What came of it.
    pub fn outcome(&self) -> Option<ReleaseOutcome> {
        match self {
            Self::Done(outcome) => Some(*outcome),
            _ => None,
        }
    }

    /// Why it was refused, as a sentence.
    pub fn refusal(&self) -> Option<String> {
        match self {
            Self::Refused(error) => Some(error.to_string()),
            _ => None,
        }
    }
}
