//! The request form's port, with what is in the pools counted once for all pages.

use super::PoolCounts;
use app::domain::{PoolId, RequestOffer, RequestOutcome, Viewer};
use app::error::AppError;
use app::ports::Requests;
use async_trait::async_trait;
use server_store::Store;

/// The store's [`Requests`], whose offers are made of shared counts. What is handed out is decided in the database.
pub struct CountedRequests {
    /// Where requests are made.
    pub store: Store,
    /// What is in the pools.
    pub pools: PoolCounts,
}

#[async_trait]
impl Requests for CountedRequests {
    async fn offer(&self, viewer: &Viewer) -> Result<RequestOffer, AppError> {
        let pool_counts = self.pools.for_page(viewer.organization).await?;
        Ok(self.store.offer_context(viewer).await?.offer(&pool_counts))
    }

    async fn create(
        &self,
        viewer: &Viewer,
        pool: PoolId,
        wanted: u32,
    ) -> Result<RequestOutcome, AppError> {
        self.store.create(viewer, pool, wanted).await
    }

    async fn cancel(&self, viewer: &Viewer) -> Result<(), AppError> {
        Requests::cancel(&self.store, viewer).await
    }

    async fn latest(&self, viewer: &Viewer) -> Result<Option<RequestOutcome>, AppError> {
        self.store.latest(viewer).await
    }
}
