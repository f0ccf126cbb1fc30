//! The request form: what it offers, and the hand-out.

pub(in crate::store) mod hand_out;
mod latest;
mod offer;

#[cfg(test)]
mod tests;

use super::Store;
use app::domain::{PoolId, RequestOffer, RequestOutcome, Viewer};
use app::error::AppError;
use app::ports::Requests;
use async_trait::async_trait;

#[async_trait]
impl Requests for Store {
    async fn offer(&self, viewer: &Viewer) -> Result<RequestOffer, AppError> {
        Ok(offer::offer(self, viewer.organization).await?)
    }

    async fn create(
        &self,
        viewer: &Viewer,
        pool: PoolId,
        wanted: u32,
    ) -> Result<RequestOutcome, AppError> {
        Ok(hand_out::hand_out(self, viewer, pool, wanted).await?)
    }

    async fn latest(&self, viewer: &Viewer) -> Result<Option<RequestOutcome>, AppError> {
        Ok(latest::latest(self, viewer).await?)
    }
}
