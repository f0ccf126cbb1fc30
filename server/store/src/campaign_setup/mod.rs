//! The creation and copy of a campaign, what is set on its page, its launch, its pause and its archive.

mod archive;
mod change_chosen;
pub(crate) mod copy;
mod create;
pub(crate) mod launch;
mod pause;
pub(crate) mod queue_held;
mod return_held;
pub(crate) mod save;
mod script_check;
pub(crate) mod settings;
mod waiting;

#[cfg(test)]
mod tests;

use super::{Store, StoreError};
use app::domain::{
    Admin, AuditActor, CampaignChange, CampaignChanges, CampaignId, CannedResponse,
    ChosenCampaigns, CopyKey, CreateKey, OrganizationId, TeamId,
};
use app::error::AppError;
use app::ports::{
    CampaignBasics, CampaignSection, CampaignSettings, CampaignSetup, LastSave, SectionSave,
    SectionVersions,
};
use async_trait::async_trait;
use chrono::NaiveDate;

pub use create::{NewCampaign, create};
pub use save::{Sections, Teams, save_together};

/// Launches a draft that lacks nothing, as it is saved, for whoever may run commands on the database, and turns auto-assign
/// on with it if that is asked for; if not, it stays as it is.
///
/// # Errors
/// No such campaign; no draft; something is missing.
pub async fn launch(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    auto_assign: bool,
) -> Result<(), StoreError> {
    let actor = AuditActor::command_line(organization);
    let loaded = SectionVersions::default();
    launch::launch(store, actor, campaign, &loaded, auto_assign).await
}

/// Archives a campaign, whoever waits for an answer on it, for whoever may run commands on the database.
///
/// # Errors
/// No such campaign.
pub async fn archive(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<(), StoreError> {
    let actor = AuditActor::command_line(organization);
    archive::archive(store, actor, campaign, true).await?;
    Ok(())
}

/// Unarchives a campaign, for whoever may run commands on the database.
///
/// # Errors
/// No such campaign.
pub async fn unarchive(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<(), StoreError> {
    archive::unarchive(store, AuditActor::command_line(organization), campaign).await?;
    Ok(())
}

/// Pauses a campaign, whoever waits for an answer on it, for whoever may run commands on the database.
///
/// # Errors
/// No such campaign; a draft, or an archived one.
pub async fn pause(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<(), StoreError> {
    let actor = AuditActor::command_line(organization);
    pause::pause(store, actor, campaign, true).await
}

/// Resumes a campaign, for whoever may run commands on the database.
///
/// # Errors
/// No such campaign; a draft, or an archived one.
pub async fn resume(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<(), StoreError> {
    pause::resume(store, AuditActor::command_line(organization), campaign).await?;
    Ok(())
}

/// Copies a campaign, for whoever may run commands on the database; without a title it is called after the campaign.
///
/// # Errors
/// No such campaign.
pub async fn copy(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    title: Option<&str>,
) -> Result<CampaignId, StoreError> {
    let actor = AuditActor::command_line(organization);
    copy::copy(store, actor, campaign, title, None).await
}

#[async_trait]
impl CampaignSetup for Store {
    fn create_key(&self) -> CreateKey {
        CreateKey(rand::random_range(1..=i64::MAX))
    }

    async fn create(
        &self,
        viewer: &Admin,
        basics: &CampaignBasics,
        key: Option<CreateKey>,
    ) -> Result<CampaignId, AppError> {
        let basics = basics.clone();
        let new = NewCampaign {
            title: basics.title,
            description: basics.description,
            texting_from: Some(basics.texting_from),
            texting_until: Some(basics.texting_until),
            time_zone: Some(basics.time_zone),
            ..NewCampaign::default()
        };
        Ok(create::create_once(self, viewer.actor(), &new, key).await?)
    }

    async fn save_basics(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        save: &SectionSave,
        basics: &CampaignBasics,
    ) -> Result<(), AppError> {
        Ok(save::basics(self, viewer.actor(), campaign, save, basics).await?)
    }

    async fn settings(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
    ) -> Result<CampaignSettings, AppError> {
        Ok(settings::settings(self, viewer.organization, campaign).await?)
    }

    async fn save_script(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        save: &SectionSave,
        script: &str,
        due_on: Option<NaiveDate>,
    ) -> Result<(), AppError> {
        let actor = viewer.actor();
        Ok(save::script(self, actor, campaign, save, script, due_on).await?)
    }

    async fn save_responses(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        save: &SectionSave,
        responses: &[CannedResponse],
    ) -> Result<(), AppError> {
        let actor = viewer.actor();
        Ok(save::responses(self, actor, campaign, save, responses).await?)
    }

    async fn save_teams(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        save: &SectionSave,
        restricted: bool,
        teams: Vec<TeamId>,
        confirmed: bool,
    ) -> Result<(), AppError> {
        let teams = save::Teams {
            restricted,
            teams,
            confirmed,
        };
        Ok(save::teams(self, viewer.actor(), campaign, save, &teams).await?)
    }

    async fn last_save(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        section: CampaignSection,
    ) -> Result<Option<LastSave>, AppError> {
        Ok(save::last(self, viewer.organization, campaign, section).await?)
    }

    async fn launch(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        loaded: &SectionVersions,
        auto_assign: bool,
    ) -> Result<(), AppError> {
        Ok(launch::launch(self, viewer.actor(), campaign, loaded, auto_assign).await?)
    }

    async fn copy(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        title: &str,
        key: CopyKey,
    ) -> Result<CampaignId, AppError> {
        Ok(copy::copy(self, viewer.actor(), campaign, Some(title), Some(key)).await?)
    }

    async fn pause(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        confirmed: bool,
    ) -> Result<(), AppError> {
        Ok(pause::pause(self, viewer.actor(), campaign, confirmed).await?)
    }

    async fn resume(&self, viewer: &Admin, campaign: CampaignId) -> Result<bool, AppError> {
        Ok(pause::resume(self, viewer.actor(), campaign).await?)
    }

    async fn archive(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        confirmed: bool,
    ) -> Result<(), AppError> {
        archive::archive(self, viewer.actor(), campaign, confirmed).await?;
        Ok(())
    }

    async fn unarchive(&self, viewer: &Admin, campaign: CampaignId) -> Result<bool, AppError> {
        Ok(archive::unarchive(self, viewer.actor(), campaign).await?)
    }

    async fn change_chosen(
        &self,
        viewer: &Admin,
        chosen: &ChosenCampaigns,
        change: CampaignChange,
    ) -> Result<CampaignChanges, AppError> {
        let actor = viewer.actor();
        Ok(change_chosen::change_chosen(self, actor, chosen, &change).await)
    }
}
