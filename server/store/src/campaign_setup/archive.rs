//! The archive of campaigns.
//!
//! What is in the outbox when a campaign is archived is held when it is claimed, as that of a paused one
//! (`server/store/src/outbox/hold.rs`).

use super::queue_held::queue_held;
use super::return_held::{lock_roles, return_held};
use super::waiting::refuse_if_people_wait;
use crate::audit::{self, Change};
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, CampaignId, OrganizationId};
use app::error::AppError;
use sentences::page;
use sqlx::PgConnection;

/// Archives it, unless it is archived already; whether it was not. People who wait for an answer on one that runs have to
/// be `confirmed`. Nothing else is written: holders and clocks stay as they are.
#[tracing::instrument(name = "db.campaign.archive", skip_all, fields(%campaign))]
pub(super) async fn archive(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    confirmed: bool,
) -> Result<bool, StoreError> {
    let organization = actor.organization;
    if !confirmed {
        let sentence = page::people_wait_on_it;
        refuse_if_people_wait(store, organization, campaign, sentence).await?;
    }
    let mut transaction = store.begin().await?;
    if is_archived(&mut transaction, organization, campaign).await? {
        return Ok(false);
    }
    sqlx::query!(
        "update campaign
            set archived_at = coalesce($3::timestamptz, statement_timestamp()),
                settings_version = settings_version + 1
          where organization_id = $1 and id = $2 and archived_at is null",
        organization.0,
        campaign.0,
        store.clock.pinned(),
    )
    .execute(&mut *transaction)
    .await?;
    let change = Change::new(
        AuditAction::CampaignArchived,
        AuditSubject::Campaign(campaign),
    );
    audit::record(&mut transaction, &store.clock, actor, change).await?;
    // Whoever holds something of it is to see that.
    notify::settings_changed(&mut *transaction, organization).await?;
    transaction.commit().await?;
    Ok(true)
}

/// Unarchives it, unless it is not archived; whether it was. Clocks went on all the time. What was held is queued again,
/// unless it is paused: then the resume does that. What members hold who are suspended by now goes into the pool.
#[tracing::instrument(name = "db.campaign.unarchive", skip_all, fields(%campaign))]
pub(super) async fn unarchive(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
) -> Result<bool, StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    lock_roles(&mut transaction, organization).await?;
    if !is_archived(&mut transaction, organization, campaign).await? {
        return Ok(false);
    }
    let runs = sqlx::query_scalar!(
        r#"update campaign
              set archived_at = null, erased_at = null, erased_up_to = null, settings_version = settings_version + 1
            where organization_id = $1 and id = $2 and archived_at is not null
           returning paused_at is null as "runs!""#,
        organization.0,
        campaign.0,
    )
    .fetch_optional(&mut *transaction)
    .await?;
    if runs == Some(true) {
        queue_held(&mut transaction, store, organization, campaign).await?;
    }
    return_held(&mut transaction, store, actor, campaign).await?;
    let change = Change::new(
        AuditAction::CampaignUnarchived,
        AuditSubject::Campaign(campaign),
    );
    audit::record(&mut transaction, &store.clock, actor, change).await?;
    notify::settings_changed(&mut *transaction, organization).await?;
    transaction.commit().await?;
    Ok(true)
}

/// Whether it is archived, with its row locked.
#[tracing::instrument(name = "db.campaign.lock_for_archive", skip_all, fields(%campaign))]
async fn is_archived(
    transaction: &mut PgConnection,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<bool, StoreError> {
    let is_archived = sqlx::query_scalar!(
        r#"select archived_at is not null as "is_archived!"
           from campaign where organization_id = $1 and id = $2 for no key update"#,
        organization.0,
        campaign.0,
    );
    let is_archived = is_archived.fetch_optional(transaction).await?;
    Ok(is_archived.ok_or(AppError::NotFound)?)
}
