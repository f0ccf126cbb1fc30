//! Tags.

mod create;
mod delete;
mod list;
mod save;

#[cfg(test)]
mod tests;

use super::{Store, authorize};
use app::domain::{TagId, Viewer};
use app::error::AppError;
use app::ports::{TagRow, Tags};
use async_trait::async_trait;

#[async_trait]
impl Tags for Store {
    async fn tags(&self, viewer: &Viewer) -> Result<Vec<TagRow>, AppError> {
        authorize::admin(viewer)?;
        Ok(list::list(self, viewer.organization, None).await?)
    }

    async fn tag(&self, viewer: &Viewer, tag: TagId) -> Result<TagRow, AppError> {
        authorize::admin(viewer)?;
        let rows = list::list(self, viewer.organization, Some(tag)).await?;
        rows.into_iter().next().ok_or(AppError::NotFound)
    }

    async fn create_tag(
        &self,
        viewer: &Viewer,
        title: &str,
        escalation: bool,
    ) -> Result<TagId, AppError> {
        authorize::admin(viewer)?;
        Ok(create::create(self, viewer.organization, title, escalation).await?)
    }

    async fn save_tag(
        &self,
        viewer: &Viewer,
        tag: TagId,
        title: &str,
        escalation: bool,
    ) -> Result<u32, AppError> {
        authorize::admin(viewer)?;
        Ok(save::save(self, viewer.organization, tag, title, escalation).await?)
    }

    async fn delete_tag(&self, viewer: &Viewer, tag: TagId) -> Result<(), AppError> {
        authorize::admin(viewer)?;
        Ok(delete::delete(self, viewer.organization, tag).await?)
    }
}
