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
use app::domain::{
    ReleaseDetail, ReleaseFilter, ReleaseId, ReleaseNotice, ReleaseOrder, ReleasePreview,
    ReleaseProgress, Viewer,
};
use app::error::AppError;
use app::ports::{ReleaseHistory, Releases};
use async_trait::async_trait;

#[async_trait]
impl Releases for Store {
    async fn preview(
        &self,
        viewer: &Viewer,
        order: ReleaseOrder,
    ) -> Result<ReleasePreview, AppError> {
        may_release(viewer)?;
        Ok(preview::preview(self, viewer.organization, &order.policy).await?)
    }

    async fn start(
        &self,
        viewer: &Viewer,
        order: ReleaseOrder,
    ) -> Result<ReleaseProgress, AppError> {
        may_release(viewer)?;
        Ok(start::start(self, viewer, order.policy).await?)
    }

    async fn progress(&self, _: &Viewer, _: ReleaseId) -> Result<ReleaseProgress, AppError> {
        Err(AppError::Unavailable)
    }

    async fn running(&self, _: &Viewer) -> Result<Vec<ReleaseProgress>, AppError> {
        Ok(Vec::new())
    }

    async fn cancel(&self, _: &Viewer, _: ReleaseId) -> Result<ReleaseProgress, AppError> {
        Err(AppError::Unavailable)
    }

    async fn undo(&self, _: &Viewer, _: ReleaseId) -> Result<ReleaseProgress, AppError> {
        Err(AppError::Unavailable)
    }

    async fn history(
        &self,
        viewer: &Viewer,
        _: ReleaseFilter,
        after: Option<ReleaseId>,
    ) -> Result<ReleaseHistory, AppError> {
        may_release(viewer)?;
        Ok(history::history(self, viewer.organization, after).await?)
    }

    async fn detail(&self, _: &Viewer, _: ReleaseId) -> Result<ReleaseDetail, AppError> {
        Err(AppError::Unavailable)
    }

    async fn count_mine(&self, _: &Viewer) -> Result<u32, AppError> {
        Ok(0)
    }

    async fn release_mine(&self, _: &Viewer) -> Result<ReleaseProgress, AppError> {
        Err(AppError::Unavailable)
    }

    async fn notices(&self, _: &Viewer) -> Result<Vec<ReleaseNotice>, AppError> {
        Ok(Vec::new())
    }

    async fn dismiss_notices(&self, _: &Viewer, _: ReleaseId) -> Result<(), AppError> {
        Err(AppError::Unavailable)
    }
}

fn may_release(viewer: &Viewer) -> Result<(), StoreError> {
    if viewer.role.may_administer() {
        Ok(())
    } else {
        Err(AppError::NotAllowed.into())
    }
}
