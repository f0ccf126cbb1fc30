//! The deletion of a campaign's unmessaged contacts: what is counted first, and the batches.

pub(crate) mod batch;
pub(crate) mod count;
mod delete;

use crate::database::{RESPOND_WITHIN, answered};
use crate::{Store, StoreError};
use app::domain::{
    Admin, AuditActor, CampaignId, ConversationId, OrganizationId, UnmessagedDeletion,
    UnmessagedPreview, confirms_title,
};
use app::error::AppError;
use app::field_errors::FieldErrors;
use app::ports::UnmessagedContacts;
use async_trait::async_trait;
use sentences::page;
use std::time::Duration;

/// For so long whoever deletes them waits for the end.
const SHOWN_WITHIN: Duration = Duration::from_secs(10);

#[async_trait]
impl UnmessagedContacts for Store {
    async fn preview_unmessaged(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
    ) -> Result<UnmessagedPreview, AppError> {
        find(self, viewer.organization, campaign).await?;
        Ok(count::preview(self, viewer.organization, campaign).await?)
    }

    async fn delete_unmessaged(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        newest: ConversationId,
        title: &str,
    ) -> Result<UnmessagedDeletion, AppError> {
        check_title(self, viewer.organization, campaign, title).await?;
        let (store, actor) = (self.clone(), viewer.actor());
        // In a task of its own: closing the browser stops nothing.
        let work = tokio::spawn(async move {
            let deleted = delete::delete(&store, actor, campaign, newest).await;
            if let Err(error) = &deleted {
                tracing::error!(%error, %campaign, "unmessaged contacts were not all deleted");
            }
            deleted
        });
        match tokio::time::timeout(SHOWN_WITHIN, work).await {
            Ok(Ok(deleted)) => Ok(UnmessagedDeletion::Finished(deleted?)),
            Ok(Err(error)) => Err(StoreError::Interrupted(error.to_string()).into()),
            // It goes on; its page counts who is left.
            Err(_) => Ok(UnmessagedDeletion::Running),
        }
    }
}

/// Deletes the unmessaged contacts of a campaign for whoever may run commands on the database, and answers when that is
/// done: how many were deleted.
///
/// # Errors
/// No such campaign; another title than the campaign's; the database. What batches before an error did stands, and the
/// rest is deleted when it is done again.
pub async fn delete_unmessaged(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    title: &str,
) -> Result<u32, StoreError> {
    check_title(store, organization, campaign, title).await?;
    let counted = count::preview(store, organization, campaign).await?;
    let Some(newest) = counted.newest else {
        return Ok(0);
    };
    let actor = AuditActor::command_line(organization);
    delete::delete(store, actor, campaign, newest).await
}

/// Refuses whoever has typed another title than the campaign's.
async fn check_title(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    typed: &str,
) -> Result<(), StoreError> {
    let title = find(store, organization, campaign).await?;
    if confirms_title(&title, typed) {
        return Ok(());
    }
    let errors = FieldErrors::one("confirmed", &page::title_does_not_confirm(&title));
    Err(AppError::Fields(errors).into())
}

/// The title of a campaign.
#[tracing::instrument(name = "db.unmessaged.find", skip_all, fields(%campaign))]
async fn find(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<String, StoreError> {
    let title = sqlx::query_scalar!(
        "select title from campaign where organization_id = $1 and id = $2",
        organization.0,
        campaign.0,
    )
    .fetch_optional(&store.pool);
    let title = answered(RESPOND_WITHIN, async { Ok::<_, StoreError>(title.await?) }).await?;
    Ok(title.ok_or(AppError::NotFound)?)
}
