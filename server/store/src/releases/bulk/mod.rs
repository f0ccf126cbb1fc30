//! Bulk actions of Message Review: what a reviewer chose is given to a texter, taken from its texters, tagged, closed or
//! opted out. One is prepared and counted; then it is a release of the kind `bulk`, with batches of its own, and has the
//! lease, progress, cancellation and undo of releases.

mod batch;
pub(crate) mod change;
mod count;
mod count_abandoned;
pub(super) mod filter_json;
mod finish;
pub(crate) mod judge;
mod opt_out;
mod prepare;
pub(crate) mod recent;
mod run;
mod start;
pub(super) mod subject;
pub(crate) mod undo;
pub(super) mod undo_batch;
mod undo_opt_out;
pub(super) mod undone;
pub(crate) mod view;

#[cfg(test)]
mod tests;

pub use count_abandoned::count_abandoned;
pub(super) use finish::{finish, resumed};
pub(super) use run::BulkRun;

use super::cancel;
use crate::Store;
use app::domain::{
    BulkAction, BulkActionId, BulkChange, BulkChosen, Decider, MemberId, RecentBulkAction,
    ReleaseId, Role,
};
use app::error::AppError;
use app::ports::BulkActions;
use async_trait::async_trait;

#[async_trait]
impl BulkActions for Store {
    async fn prepare_bulk_action(
        &self,
        viewer: &Decider,
        change: BulkChange,
        chosen: BulkChosen,
    ) -> Result<BulkActionId, AppError> {
        let id = prepare::prepare(self, viewer, change, chosen).await?;
        count::count_on(self, viewer, id).await?;
        Ok(id)
    }

    async fn count_bulk_action(
        &self,
        viewer: &Decider,
        id: BulkActionId,
    ) -> Result<BulkAction, AppError> {
        count::count_on(self, viewer, id).await?;
        Ok(view::view(self, viewer.organization, id).await?)
    }

    async fn bulk_action(
        &self,
        viewer: &Decider,
        id: BulkActionId,
    ) -> Result<BulkAction, AppError> {
        Ok(view::view(self, viewer.organization, id).await?)
    }

    async fn recent_bulk_actions(
        &self,
        viewer: &Decider,
    ) -> Result<Vec<RecentBulkAction>, AppError> {
        Ok(recent::recent(self, viewer).await?)
    }

    async fn start_bulk_action(&self, viewer: &Decider, id: BulkActionId) -> Result<(), AppError> {
        Ok(start::start(self, viewer, id).await?)
    }

    async fn stop_bulk_action(&self, viewer: &Decider, id: BulkActionId) -> Result<(), AppError> {
        let (maker, release) = view::release_of(self, viewer.organization, id).await?;
        if maker != viewer.member && viewer.role < Role::Admin {
            return Err(AppError::NotAllowed);
        }
        cancel::cancel(self, viewer.actor(), release).await?;
        Ok(())
    }

    async fn undo_bulk_action(&self, viewer: &Decider, id: BulkActionId) -> Result<(), AppError> {
        let (_, release): (_, ReleaseId) = view::release_of(self, viewer.organization, id).await?;
        super::undo::undo(self, viewer, release).await?;
        Ok(())
    }

    async fn bulk_receivers(&self, viewer: &Decider) -> Result<Vec<(MemberId, String)>, AppError> {
        Ok(prepare::receivers(self, viewer.organization).await?)
    }
}
