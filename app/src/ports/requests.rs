//! The port of a texter's own requests.

use crate::domain::{PoolId, RequestId, RequestOffer, RequestOutcome, RequestedPool, Texter};
use crate::error::AppError;
use async_trait::async_trait;

/// Hands conversations of the viewer's organization to the viewer.
#[async_trait]
pub trait Requests: Send + Sync {
    /// What the form shows to this texter now.
    ///
    /// # Errors
    /// The database.
    async fn offer(&self, viewer: &Texter) -> Result<RequestOffer, AppError>;

    /// Assigns up to `wanted` of a pool in one atomic step, or asks for approval where the viewer needs
    /// it. More than the pool's limit is cut down to it.
    ///
    /// # Errors
    /// None wanted; requests closed to this texter; a request of theirs is pending; no such pool for them; the pool is
    /// disabled, or hands out something else; the database.
    async fn create_from(
        &self,
        viewer: &Texter,
        pool: RequestedPool,
        wanted: u32,
    ) -> Result<RequestOutcome, AppError>;

    /// As [`Self::create_from`], whatever the pool hands out.
    ///
    /// # Errors
    /// As [`Self::create_from`].
    async fn create(
        &self,
        viewer: &Texter,
        pool: PoolId,
        wanted: u32,
    ) -> Result<RequestOutcome, AppError> {
        self.create_from(viewer, pool.into(), wanted).await
    }

    /// Takes the viewer's pending request back.
    ///
    /// # Errors
    /// There is none any more; the database.
    async fn cancel(&self, viewer: &Texter) -> Result<(), AppError>;

    /// The viewer's last request and what came of it, while it is news: a denial for a day, all else for two
    /// minutes.
    ///
    /// # Errors
    /// The database.
    async fn latest(
        &self,
        viewer: &Texter,
    ) -> Result<Option<(RequestId, RequestOutcome)>, AppError>;
}
