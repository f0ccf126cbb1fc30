//! The port of the request form, on shared counts of the pools.

use super::{Patience, PoolCounts};
use app::domain::{RequestId, RequestOffer, RequestOutcome, RequestedPool, Texter};
use app::error::AppError;
use app::ports::Requests;
use async_trait::async_trait;
use server_store::Store;

/// The store's [`Requests`], except that offers are made of counts that all pages share. What is handed out is decided
/// in the database.
pub struct RequestsWithSharedCounts {
    /// Where requests are made.
    pub store: Store,
    /// What is in the pools.
    pub pools: PoolCounts,
}

#[async_trait]
impl Requests for RequestsWithSharedCounts {
    async fn offer(&self, viewer: &Texter) -> Result<RequestOffer, AppError> {
        let context = self.store.offer_context(viewer).await?;
        let patience = if context.just_asked() {
            Patience::OwnChange
        } else {
            Patience::Page
        };
        let pool_counts = self.pools.for_page(viewer.organization, patience).await?;
        Ok(context.offer(&pool_counts))
    }

    async fn create_from(
        &self,
        viewer: &Texter,
        pool: RequestedPool,
        wanted: u32,
    ) -> Result<RequestOutcome, AppError> {
        self.store.create_from(viewer, pool, wanted).await
    }

    async fn cancel(&self, viewer: &Texter) -> Result<(), AppError> {
        Requests::cancel(&self.store, viewer).await
    }

    async fn latest(
        &self,
        viewer: &Texter,
    ) -> Result<Option<(RequestId, RequestOutcome)>, AppError> {
        self.store.latest(viewer).await
    }
}
