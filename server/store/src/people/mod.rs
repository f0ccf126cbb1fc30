//! The people of an organization, and what becomes of their requests.

mod levels;
mod list;

#[cfg(test)]
mod tests;

use super::{Store, authorize};
use app::domain::{MemberId, Viewer};
use app::error::AppError;
use app::ports::{LevelChange, People, PeoplePage};
use async_trait::async_trait;

#[async_trait]
impl People for Store {
    async fn people(
        &self,
        viewer: &Viewer,
        search: &str,
        after: Option<MemberId>,
    ) -> Result<PeoplePage, AppError> {
        authorize::admin(viewer)?;
        Ok(list::list(self, viewer.organization, search, after).await?)
    }

    async fn save_levels(
        &self,
        viewer: &Viewer,
        changes: Vec<LevelChange>,
    ) -> Result<u32, AppError> {
        authorize::admin(viewer)?;
        Ok(levels::save(self, viewer.organization, &changes).await?)
    }
}
