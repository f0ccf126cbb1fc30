//! Second passes: contacts of one campaign who were messaged and have not answered are to be messaged again. A second
//! pass stands in the history of releases, and has their lease, progress, cancellation and undo.

pub(crate) mod batch;
pub(crate) mod count;
mod start;
pub(crate) mod undo_batch;

#[cfg(test)]
mod tests;

pub(super) use batch::SecondPassRun;

use super::runner::{conclude, with_retries};
use super::start::spawn_and_report;
use super::{progress, undo};
use crate::{Store, StoreError};
use app::domain::{
    Admin, AuditActor, CampaignId, OrganizationId, ReleaseProgress, SecondPassDays,
    SecondPassPreview,
};
use app::error::AppError;
use app::ports::SecondPasses;
use async_trait::async_trait;

#[async_trait]
impl SecondPasses for Store {
    async fn preview_second_pass(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        days: SecondPassDays,
    ) -> Result<SecondPassPreview, AppError> {
        Ok(count::preview(self, viewer.organization, campaign, days).await?)
    }

    async fn start_second_pass(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        days: SecondPassDays,
    ) -> Result<ReleaseProgress, AppError> {
        let run = start::order(self, viewer.actor(), campaign, days).await?;
        let worker = self.clone();
        let lease = run.lease;
        let work = async move { finish_with_retries(&worker, &run).await };
        Ok(spawn_and_report(self, &lease, work).await?)
    }

    async fn undoable_second_pass(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
    ) -> Result<Option<ReleaseProgress>, AppError> {
        Ok(progress::undoable_second_pass(self, viewer.organization, campaign).await?)
    }
}

/// Takes what there is left to take, and closes the row in the history.
pub(super) async fn finish(
    store: &Store,
    run: &SecondPassRun,
) -> Result<ReleaseProgress, StoreError> {
    let end = batch::batches(store, run).await;
    conclude(store, &run.lease, end).await
}

/// [`finish`], tried again after passing faults.
async fn finish_with_retries(
    store: &Store,
    run: &SecondPassRun,
) -> Result<ReleaseProgress, StoreError> {
    with_retries(&run.lease, || finish(store, run)).await
}

/// Runs a second pass for whoever may run commands on the database, and answers when it is done.
///
/// # Errors
/// No such campaign; the database. What batches before an error did stands, and is in the history.
pub async fn run_second_pass(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    days: SecondPassDays,
) -> Result<ReleaseProgress, StoreError> {
    let actor = AuditActor::command_line(organization);
    let run = start::order(store, actor, campaign, days).await?;
    finish_with_retries(store, &run).await
}

/// Undoes the last second pass of a campaign, for whoever may run commands on the database, and answers when that is
/// done. `None` = there is none that can be undone.
///
/// # Errors
/// No such campaign; the database.
pub async fn undo_second_pass(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<Option<ReleaseProgress>, StoreError> {
    count::find(store, organization, campaign).await?;
    let last = progress::undoable_second_pass(store, organization, campaign).await?;
    let Some(last) = last else { return Ok(None) };
    let actor = AuditActor::command_line(organization);
    let work = undo::order(store, actor, last.release).await?;
    undo::finish_with_retries(store, &work).await.map(Some)
}
