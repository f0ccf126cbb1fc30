//! The request form: what it offers, and the hand-out.

pub(in crate::store) mod approve;
pub(in crate::store) mod by_place;
pub(in crate::store) mod by_wait;
mod cancel;
mod contents;
mod create;
mod decision;
mod deny;
mod escalated;
mod escalated_by_pool;
mod hand_out;
mod latest;
mod offer;
mod pending;
mod places;
mod standing;
mod take;

#[cfg(test)]
mod tests;

pub use contents::{PoolContents, contents};
pub(in crate::store) use escalated_by_pool::escalated_by_pool;
pub use offer::Eligibility;

use super::Store;
use app::domain::{
    Approval, PendingRequest, PoolId, RequestDecision, RequestId, RequestOffer, RequestOutcome,
    Viewer,
};
use app::error::AppError;
use app::ports::{Approvals, Requests};
use async_trait::async_trait;

impl Store {
    /// What decides on this texter's requests apart from what is in the pools, of which many look at the same.
    ///
    /// # Errors
    /// The database.
    pub async fn eligibility(&self, viewer: &Viewer) -> Result<Eligibility, AppError> {
        Ok(offer::eligibility(self, viewer).await?)
    }
}

#[async_trait]
impl Requests for Store {
    async fn offer(&self, viewer: &Viewer) -> Result<RequestOffer, AppError> {
        let contents = contents(self, viewer.organization).await?;
        Ok(self.eligibility(viewer).await?.offer(&contents))
    }

    async fn create(
        &self,
        viewer: &Viewer,
        pool: PoolId,
        wanted: u32,
    ) -> Result<RequestOutcome, AppError> {
        Ok(create::create(self, viewer, pool, wanted).await?)
    }

    async fn cancel(&self, viewer: &Viewer) -> Result<(), AppError> {
        Ok(cancel::cancel(self, viewer).await?)
    }

    async fn latest(&self, viewer: &Viewer) -> Result<Option<RequestOutcome>, AppError> {
        Ok(latest::latest(self, viewer).await?)
    }
}

#[async_trait]
impl Approvals for Store {
    async fn pending(
        &self,
        viewer: &Viewer,
        after: Option<RequestId>,
        limit: u32,
    ) -> Result<Vec<PendingRequest>, AppError> {
        may_decide(viewer)?;
        Ok(pending::pending(self, viewer.organization, after, limit).await?)
    }

    async fn count_pending(&self, viewer: &Viewer) -> Result<u32, AppError> {
        may_decide(viewer)?;
        Ok(pending::count(self, viewer.organization).await?)
    }

    async fn decision(
        &self,
        viewer: &Viewer,
        request: RequestId,
    ) -> Result<Option<RequestDecision>, AppError> {
        may_decide(viewer)?;
        Ok(decision::decision(self, viewer, request).await?)
    }

    async fn approve(
        &self,
        viewer: &Viewer,
        request: RequestId,
        always: bool,
    ) -> Result<Approval, AppError> {
        may_decide(viewer)?;
        Ok(approve::approve(self, viewer, request, always).await?)
    }

    async fn deny(
        &self,
        viewer: &Viewer,
        request: RequestId,
        reason: &str,
    ) -> Result<String, AppError> {
        may_decide(viewer)?;
        Ok(deny::deny(self, viewer, request, reason).await?)
    }
}

fn may_decide(viewer: &Viewer) -> Result<(), AppError> {
    if viewer.role.may_decide() {
        Ok(())
    } else {
        Err(AppError::NotAllowed)
    }
}
