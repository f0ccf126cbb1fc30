//! Releasing: preview, release in batches, history.

mod automatic;
pub(in crate::store) mod batch;
mod finish;
mod history;
mod next_due;
mod open;
mod plan;
pub(in crate::store) mod preview;
mod progress;
mod resume;
mod start;
pub(in crate::store) mod target;

#[cfg(test)]
mod tests;

pub use automatic::release_automatically;
pub use next_due::next_due;
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
        let target = target(self, viewer, &order).await?;
        Ok(preview::preview(self, viewer.organization, &target).await?)
    }

    async fn start(
        &self,
        viewer: &Viewer,
        order: ReleaseOrder,
    ) -> Result<ReleaseProgress, AppError> {
        let target = target(self, viewer, &order).await?;
        Ok(start::start(self, viewer, target).await?)
    }

    async fn progress(
        &self,
        viewer: &Viewer,
        release: ReleaseId,
    ) -> Result<ReleaseProgress, AppError> {
        may_release(viewer)?;
        Ok(progress::of(self, viewer.organization, release).await?)
    }

    async fn running(&self, viewer: &Viewer) -> Result<Vec<ReleaseProgress>, AppError> {
        may_release(viewer)?;
        Ok(progress::running(self, viewer.organization).await?)
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

/// What the viewer ordered, if they may, and on a campaign of their own organization.
async fn target(
    store: &Store,
    viewer: &Viewer,
    order: &ReleaseOrder,
) -> Result<target::Target, StoreError> {
    may_release(viewer)?;
    let target = target::Target::ordered(order)?;
    if let Some(campaign) = order.campaign {
        let found: Option<i64> =
            sqlx::query_scalar("select id from campaign where organization_id = $1 and id = $2")
                .bind(viewer.organization.0)
                .bind(campaign.0)
                .fetch_optional(&store.pool)
                .await?;
        found.ok_or(AppError::NotFound)?;
    }
    Ok(target)
}

fn may_release(viewer: &Viewer) -> Result<(), StoreError> {
    if viewer.role.may_administer() {
        Ok(())
    } else {
        Err(AppError::NotAllowed.into())
    }
}
