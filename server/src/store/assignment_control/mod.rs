//! Assignment Control: what each pool hands out, and what texters are held to.

mod page;
mod save;
mod waiting;

#[cfg(test)]
mod tests;

use super::{Store, may};
use app::domain::Viewer;
use app::error::AppError;
use app::ports::{AssignmentControl, AssignmentPage, PoolFill, PoolSettings, RequestRules};
use async_trait::async_trait;

#[async_trait]
impl AssignmentControl for Store {
    async fn assignment(&self, viewer: &Viewer) -> Result<AssignmentPage, AppError> {
        may::administer(viewer)?;
        Ok(page::page(self, viewer.organization).await?)
    }

    async fn save_assignment(
        &self,
        viewer: &Viewer,
        version: i32,
        rules: RequestRules,
        pools: Vec<PoolSettings>,
    ) -> Result<(), AppError> {
        may::administer(viewer)?;
        Ok(save::save(self, viewer.organization, version, &rules, &pools).await?)
    }

    async fn pool_fills(&self, viewer: &Viewer) -> Result<Vec<PoolFill>, AppError> {
        may::administer(viewer)?;
        Ok(waiting::fills(self, viewer.organization).await?)
    }
}
