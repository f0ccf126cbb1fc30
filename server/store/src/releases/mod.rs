//! Releasing: preview, release in batches, history. Second passes and bulk actions, which are run and undone in the
//! same way.

pub(crate) mod automatic;
pub(crate) mod batch;
pub(crate) mod bulk;
mod cancel;
pub mod conversations;
mod detail;
mod given_back;
pub(crate) mod histogram;
pub mod history;
mod idle_counts;
mod insert;
mod lease;
mod notices;
pub(crate) mod plan;
pub mod preview;
pub(crate) mod progress;
mod record;
mod resume;
mod runner;
pub(crate) mod second_pass;
mod start;
pub mod target;
pub(crate) mod undo;
pub(crate) mod undo_batch;

#[cfg(test)]
mod tests;

pub use automatic::release_automatically;
pub use bulk::count_abandoned as count_abandoned_bulk_actions;
pub(crate) use preview::tally;
pub use resume::resume_abandoned;
pub use second_pass::{run_second_pass, undo_second_pass};
pub(crate) use start::{Ordered, order};
pub use undo::undo_release;

use super::{Store, StoreError};
use app::domain::{
    Admin, CampaignId, IdleInterval, OrganizationId, OwnReleasePreview, ReleaseDetail,
    ReleaseFilter, ReleaseId, ReleaseNotices, ReleaseOrder, ReleasePreview, ReleaseProgress,
    ReleasedKey, ReleasedPage, Texter,
};
use app::error::AppError;
use app::ports::{ReleaseHistory, Releases};
use async_trait::async_trait;

/// How many conversations a page of those of a release has.
const CONVERSATIONS_PER_PAGE: u16 = 50;

#[async_trait]
impl Releases for Store {
    async fn preview(
        &self,
        viewer: &Admin,
        order: ReleaseOrder,
    ) -> Result<ReleasePreview, AppError> {
        let target = target(self, viewer, order).await?;
        Ok(preview::preview(self, viewer.organization, &target).await?)
    }

    async fn preview_automatic(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        interval: IdleInterval,
    ) -> Result<ReleasePreview, AppError> {
        let organization = viewer.organization;
        require_campaign(self, organization, campaign).await?;
        let target = target::Target::OnceSwitchedOn(campaign, interval);
        let (_, preview) = preview::counted(self, organization, &target).await?;
        Ok(preview)
    }

    async fn start(
        &self,
        viewer: &Admin,
        order: ReleaseOrder,
    ) -> Result<ReleaseProgress, AppError> {
        let target = target(self, viewer, order).await?;
        Ok(start::start(self, viewer, target).await?)
    }

    async fn progress(
        &self,
        viewer: &Admin,
        release: ReleaseId,
    ) -> Result<ReleaseProgress, AppError> {
        Ok(progress::of(self, viewer.organization, release).await?)
    }

    async fn running(&self, viewer: &Admin) -> Result<Vec<ReleaseProgress>, AppError> {
        Ok(progress::running(self, viewer.organization).await?)
    }

    async fn cancel(
        &self,
        viewer: &Admin,
        release: ReleaseId,
    ) -> Result<ReleaseProgress, AppError> {
        Ok(cancel::cancel(self, viewer.actor(), release).await?)
    }

    async fn undo(&self, viewer: &Texter, release: ReleaseId) -> Result<ReleaseProgress, AppError> {
        Ok(undo::undo(self, viewer, release).await?)
    }

    async fn history(
        &self,
        viewer: &Admin,
        filter: ReleaseFilter,
        after: Option<ReleaseId>,
    ) -> Result<ReleaseHistory, AppError> {
        let grouped = history::Detail::Grouped;
        Ok(history::history(self, viewer.organization, filter, grouped, after).await?)
    }

    async fn detail(&self, viewer: &Admin, release: ReleaseId) -> Result<ReleaseDetail, AppError> {
        Ok(detail::detail(self, viewer.organization, release).await?)
    }

    async fn conversations(
        &self,
        viewer: &Admin,
        release: ReleaseId,
        after: Option<ReleasedKey>,
    ) -> Result<ReleasedPage, AppError> {
        let page = conversations::conversations(
            self,
            viewer.organization,
            release,
            after,
            CONVERSATIONS_PER_PAGE,
        );
        Ok(page.await?)
    }

    async fn preview_mine(&self, viewer: &Texter) -> Result<OwnReleasePreview, AppError> {
        let own = target::Target::Own(viewer.member);
        let tally = preview::tally(self, viewer.organization, self.clock.pinned(), &own).await?;
        Ok(OwnReleasePreview {
            replies: tally.conversations,
            left_out: tally.left_out,
            out_of_reach: tally.out_of_reach,
            outside_hours: tally.outside_hours,
        })
    }

    async fn release_mine(&self, viewer: &Texter) -> Result<ReleaseProgress, AppError> {
        let own = target::Target::Own(viewer.member);
        Ok(start::start(self, viewer, own).await?)
    }

    async fn undoable_mine(&self, viewer: &Texter) -> Result<Vec<ReleaseProgress>, AppError> {
        Ok(progress::undoable_mine(self, viewer).await?)
    }

    async fn notices(&self, viewer: &Texter) -> Result<ReleaseNotices, AppError> {
        Ok(notices::notices(self, viewer).await?)
    }

    async fn dismiss_notices(&self, viewer: &Texter, up_to: ReleaseId) -> Result<(), AppError> {
        Ok(notices::dismiss(self, viewer, up_to).await?)
    }
}

/// What the viewer ordered, if they may, and on a campaign of their own organization.
#[tracing::instrument(name = "db.release.target", skip_all)]
async fn target(
    store: &Store,
    viewer: &Admin,
    order: ReleaseOrder,
) -> Result<target::Target, StoreError> {
    if let ReleaseOrder::Campaign { id: campaign, .. } = order {
        require_campaign(store, viewer.organization, campaign).await?;
    }
    Ok(order.into())
}

/// Whether the campaign is of the organization.
#[tracing::instrument(name = "db.campaign.exists", skip_all)]
async fn require_campaign(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<(), StoreError> {
    let found: Option<i64> = sqlx::query_scalar!(
        "select id from campaign where organization_id = $1 and id = $2",
        organization.0,
        campaign.0,
    )
    .fetch_optional(&store.pool)
    .await?;
    found.ok_or(AppError::NotFound)?;
    Ok(())
}
