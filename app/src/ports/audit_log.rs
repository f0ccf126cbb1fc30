//! The port of the audit log.

use crate::domain::{AuditFilter, AuditKey, AuditPage, MemberId, Owner};
use crate::error::AppError;
use async_trait::async_trait;

/// Members whom the log can be filtered by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditActors {
    /// The first ones by name, with their names; before them the one that is chosen.
    pub listed: Vec<(MemberId, String)>,
    /// Whether there are more.
    pub has_more: bool,
}

/// What was done in the viewer's organization. Owners only.
#[async_trait]
pub trait AuditLog: Send + Sync {
    /// A page of events, newest first, after a key.
    ///
    /// # Errors
    /// The database.
    async fn events(
        &self,
        viewer: &Owner,
        filter: AuditFilter,
        after: Option<AuditKey>,
    ) -> Result<AuditPage, AppError>;

    /// Members whom it can be filtered by: those who decide on something, and the one that is chosen.
    ///
    /// # Errors
    /// The database.
    async fn actors(
        &self,
        viewer: &Owner,
        chosen: Option<MemberId>,
    ) -> Result<AuditActors, AppError>;
}
