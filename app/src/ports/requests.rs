//! The request form.

use crate::domain::{PoolId, RequestOffer, RequestOutcome, Viewer};
use crate::error::AppError;
use async_trait::async_trait;

/// Hands replies of the viewer's organization to the viewer.
#[async_trait]
pub trait Requests: Send + Sync {
    /// What the form shows to this texter now.
    ///
    /// # Errors
    /// The database.
    async fn offer(&self, viewer: &Viewer) -> Result<RequestOffer, AppError>;

    /// Assigns up to `wanted` replies, longest waiting first, in one atomic step. More than the
    /// pool's limit is cut down to it.
    ///
    /// # Errors
    /// Requests disabled; no such pool; the database.
    async fn create(
        &self,
        viewer: &Viewer,
        pool: PoolId,
        wanted: u32,
    ) -> Result<RequestOutcome, AppError>;

    /// What the viewer's last request of the last few minutes got.
    ///
    /// # Errors
    /// The database.
    async fn latest(&self, viewer: &Viewer) -> Result<Option<RequestOutcome>, AppError>;
}
