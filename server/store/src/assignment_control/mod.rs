//! Assignment Control: what each pool hands out, and what texters are held to.

mod before;
mod page;
mod save;
pub(crate) mod waiting;

#[cfg(test)]
mod tests;

use super::Store;
use super::requests::{PoolCount, pool_counts};
use app::domain::Admin;
use app::error::AppError;
use app::ports::{AssignmentControl, AssignmentPage, PoolFill, PoolSettings, RequestRules};
use async_trait::async_trait;

impl Store {
    /// [`AssignmentControl::pool_fills`], given what anybody may be given of the pools.
    ///
    /// # Errors
    /// As there.
    pub async fn pool_fills_of(
        &self,
        viewer: &Admin,
        pool_counts: &[PoolCount],
    ) -> Result<Vec<PoolFill>, AppError> {
        Ok(waiting::fills(self, viewer.organization, pool_counts).await?)
    }
}

#[async_trait]
impl AssignmentControl for Store {
    async fn assignment(&self, viewer: &Admin) -> Result<AssignmentPage, AppError> {
        Ok(page::page(self, viewer.organization).await?)
    }

    async fn save_assignment(
        &self,
        viewer: &Admin,
        version: i32,
        rules: RequestRules,
        pools: Vec<PoolSettings>,
    ) -> Result<(), AppError> {
        Ok(save::save(self, viewer.actor(), version, &rules, &pools).await?)
    }

    async fn pool_fills(&self, viewer: &Admin) -> Result<Vec<PoolFill>, AppError> {
        let pool_counts = pool_counts(self, viewer.organization).await?;
        self.pool_fills_of(viewer, &pool_counts).await
    }
}
