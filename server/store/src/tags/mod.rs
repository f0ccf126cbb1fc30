//! Tags.

mod create;
mod delete;
mod list;
mod save;
mod title;

#[cfg(test)]
mod tests;

use super::Store;
use app::domain::{Admin, TagId};
use app::error::AppError;
use app::ports::{TagBasics, TagRow, Tags};
use async_trait::async_trait;

#[async_trait]
impl Tags for Store {
    async fn tags(&self, viewer: &Admin, search: &str) -> Result<Vec<TagRow>, AppError> {
        Ok(list::list(self, viewer.organization, None, search).await?)
    }

    async fn tag(&self, viewer: &Admin, tag: TagId) -> Result<TagRow, AppError> {
        let rows = list::list(self, viewer.organization, Some(tag), "").await?;
        rows.into_iter().next().ok_or(AppError::NotFound)
    }

    async fn create_tag(
        &self,
        viewer: &Admin,
        title: &str,
        escalation: bool,
    ) -> Result<TagId, AppError> {
        Ok(create::create(self, viewer.actor(), title, escalation).await?)
    }

    async fn save_tag(
        &self,
        viewer: &Admin,
        tag: TagId,
        was: &TagBasics,
        basics: &TagBasics,
    ) -> Result<u32, AppError> {
        Ok(save::save(self, viewer.actor(), tag, was, basics).await?)
    }

    async fn delete_tag(&self, viewer: &Admin, tag: TagId) -> Result<(), AppError> {
        Ok(delete::delete(self, viewer.actor(), tag).await?)
    }
}
