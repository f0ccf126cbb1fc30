//! The request form: what it offers, and the hand-out.

pub(crate) mod approve;
pub(crate) mod by_segment;
pub(crate) mod by_wait;
mod cancel;
mod claim_sql;
mod create;
mod decision;
mod deny;
pub(crate) mod eligibility;
pub(crate) mod escalated;
mod escalated_by_pool;
pub(crate) mod hand_out;
mod latest;
mod lock_member;
mod offer;
pub(crate) mod pending;
pub(crate) mod pool_counts;
mod pool_refusal;
mod pool_waiting;
mod segments;
pub(crate) mod take_escalated;

#[cfg(test)]
mod tests;

pub(crate) use escalated_by_pool::escalated_by_pool;
pub use offer::OfferContext;
pub use pool_counts::{PoolCount, pool_counts};
pub(crate) use pool_waiting::PoolWaiting;
pub(crate) use take_escalated::take_escalated;

use super::Store;
use app::domain::{
    Approval, Decider, PendingRequest, RequestDecision, RequestId, RequestOffer, RequestOutcome,
    RequestedPool, Texter, Viewer,
};
use app::error::AppError;
use app::ports::{Approvals, Requests};
use async_trait::async_trait;

impl Store {
    /// What decides on this texter's requests apart from what is in the pools, of which many look at the same.
    ///
    /// # Errors
    /// The database.
    pub async fn offer_context(&self, viewer: &Viewer) -> Result<OfferContext, AppError> {
        Ok(offer::offer_context(self, viewer).await?)
    }
}

#[async_trait]
impl Requests for Store {
    async fn offer(&self, viewer: &Texter) -> Result<RequestOffer, AppError> {
        let pool_counts = pool_counts(self, viewer.organization).await?;
        Ok(self.offer_context(viewer).await?.offer(&pool_counts))
    }

    async fn create_from(
        &self,
        viewer: &Texter,
        pool: RequestedPool,
        wanted: u32,
    ) -> Result<RequestOutcome, AppError> {
        Ok(create::create(self, viewer, pool, wanted).await?)
    }

    async fn cancel(&self, viewer: &Texter) -> Result<(), AppError> {
        Ok(cancel::cancel(self, viewer).await?)
    }

    async fn latest(
        &self,
        viewer: &Texter,
    ) -> Result<Option<(RequestId, RequestOutcome)>, AppError> {
        Ok(latest::latest(self, viewer).await?)
    }
}

#[async_trait]
impl Approvals for Store {
    async fn pending(
        &self,
        viewer: &Decider,
        after: Option<RequestId>,
        limit: u32,
    ) -> Result<Vec<PendingRequest>, AppError> {
        Ok(pending::pending(self, viewer, after, limit).await?)
    }

    async fn count_pending(&self, viewer: &Decider) -> Result<u32, AppError> {
        Ok(pending::count(self, viewer.organization).await?)
    }

    async fn decision(
        &self,
        viewer: &Decider,
        request: RequestId,
    ) -> Result<Option<RequestDecision>, AppError> {
        Ok(decision::decision(self, viewer, request).await?)
    }

    async fn approve(
        &self,
        viewer: &Decider,
        request: RequestId,
        always: bool,
    ) -> Result<Approval, AppError> {
        Ok(approve::approve(self, viewer, request, always).await?)
    }

    async fn deny(
        &self,
        viewer: &Decider,
        request: RequestId,
        reason: &str,
    ) -> Result<String, AppError> {
        Ok(deny::deny(self, viewer, request, reason).await?)
    }
}
