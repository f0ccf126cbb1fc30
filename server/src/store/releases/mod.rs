//! Releasing: preview, release in batches, history.

pub(in crate::store) mod batch;
mod history;
mod plan;
pub(in crate::store) mod preview;
mod resume;
mod start;

#[cfg(test)]
mod tests;

pub use resume::resume_abandoned;

use super::{Store, StoreError};
use app::domain::{ReleaseId, ReleaseOutcome, ReleasePolicy, ReleasePreview, Viewer};
use app::error::AppError;
use app::ports::{ReleaseHistory, Releases};
use async_trait::async_trait;

#[async_trait]
impl Releases for Store {
    async fn preview(
        &self,
        viewer: &Viewer,
        policy: ReleasePolicy,
    ) -> Result<ReleasePreview, AppError> {
        may_release(viewer)?;
        Ok(preview::preview(self, viewer.organization, &policy).await?)
    }

    async fn start(
        &self,
        viewer: &Viewer,
        policy: ReleasePolicy,
    ) -> Result<ReleaseOutcome, AppError> {
        may_release(viewer)?;
        Ok(start::start(self, viewer, policy).await?)
    }

    async fn history(
        &self,
        viewer: &Viewer,
        after: Option<ReleaseId>,
    ) -> Result<ReleaseHistory, AppError> {
        may_release(viewer)?;
        Ok(history::history(self, viewer.organization, after).await?)
    }
}

fn may_release(viewer: &Viewer) -> Result<(), StoreError> {
    if viewer.role.may_administer() {
        Ok(())
    } else {
        Err(AppError::NotAllowed.into())
    }
}
