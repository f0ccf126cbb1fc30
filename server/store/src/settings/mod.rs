//! The settings of an organization that hold for all of it, but for those of Assignment Control.

mod page;
mod save;

#[cfg(test)]
mod tests;

use super::{Store, retention};
use crate::database::{RESPOND_WITHIN, answered};
use app::domain::{Admin, KeptDays};
use app::error::AppError;
use app::ports::{OrganizationSettings, Settings, SettingsPage};
use async_trait::async_trait;

#[async_trait]
impl Settings for Store {
    async fn organization_settings(&self, viewer: &Admin) -> Result<SettingsPage, AppError> {
        Ok(answered(RESPOND_WITHIN, page::page(&self.pool, viewer)).await?)
    }

    async fn save_organization_settings(
        &self,
        viewer: &Admin,
        version: i32,
        settings: OrganizationSettings,
    ) -> Result<(), AppError> {
        Ok(answered(RESPOND_WITHIN, save::save(self, viewer, version, &settings)).await?)
    }

    async fn kept_messages(&self, viewer: &Admin) -> Result<Option<KeptDays>, AppError> {
        Ok(answered(RESPOND_WITHIN, retention::kept_messages(self, viewer)).await?)
    }

    async fn save_kept_messages(
        &self,
        viewer: &Admin,
        was: Option<KeptDays>,
        days: Option<KeptDays>,
        confirmed: bool,
    ) -> Result<(), AppError> {
        let saved = retention::save_kept_messages(self, viewer, was, days, confirmed);
        Ok(answered(RESPOND_WITHIN, saved).await?)
    }
}
