//! The pause of a campaign.
//!
//! A text that is sent at the moment of a pause may be in the outbox just after it. That does no harm: whoever claims it
//! sees the pause, and holds it (`server/store/src/outbox/hold.rs`).

use super::queue_held::queue_held;
use super::waiting::refuse_if_people_wait;
use crate::audit::{self, Change};
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, CampaignId, OrganizationId};
use app::error::AppError;
use sentences::page;
use sqlx::PgConnection;

/// Pauses it, unless it is paused already. People who wait for an answer have to be `confirmed`. Nothing else is
/// written: holders and clocks stay as they are.
#[tracing::instrument(name = "db.campaign.pause", skip_all, fields(%campaign))]
pub(super) async fn pause(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    confirmed: bool,
) -> Result<(), StoreError> {
    let organization = actor.organization;
    if !confirmed {
        let sentence = page::people_wait_while_paused;
        refuse_if_people_wait(store, organization, campaign, sentence).await?;
    }
    let mut transaction = store.begin().await?;
    if is_paused(&mut transaction, organization, campaign).await? {
        return Ok(());
    }
    sqlx::query!(
        "update campaign
            set paused_at = coalesce($3::timestamptz, statement_timestamp()),
                settings_version = settings_version + 1
          where organization_id = $1 and id = $2
            and started_at is not null and archived_at is null and paused_at is null",
        organization.0,
        campaign.0,
        store.clock.pinned(),
    )
    .execute(&mut *transaction)
    .await?;
    let change = Change::new(
        AuditAction::CampaignPaused,
        AuditSubject::Campaign(campaign),
    );
    audit::record(&mut transaction, &store.clock, actor, change).await?;
    // Whoever holds something of it is to see that.
    notify::settings_changed(&mut *transaction, organization).await?;
    transaction.commit().await?;
    Ok(())
}

/// Resumes it, unless it is not paused; whether it was. Clocks went on all the time.
#[tracing::instrument(name = "db.campaign.resume", skip_all, fields(%campaign))]
pub(super) async fn resume(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
) -> Result<bool, StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    if !is_paused(&mut transaction, organization, campaign).await? {
        return Ok(false);
    }
    sqlx::query!(
        "update campaign
            set paused_at = null, settings_version = settings_version + 1
          where organization_id = $1 and id = $2 and archived_at is null and paused_at is not null",
        organization.0,
        campaign.0,
    )
    .execute(&mut *transaction)
    .await?;
    queue_held(&mut transaction, store, organization, campaign).await?;
    let change = Change::new(
        AuditAction::CampaignResumed,
        AuditSubject::Campaign(campaign),
    );
    audit::record(&mut transaction, &store.clock, actor, change).await?;
    notify::settings_changed(&mut *transaction, organization).await?;
    transaction.commit().await?;
    Ok(true)
}

/// Whether it is paused, with its row locked; refused, unless it is launched and not archived.
#[tracing::instrument(name = "db.campaign.lock_for_pause", skip_all, fields(%campaign))]
async fn is_paused(
    transaction: &mut PgConnection,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<bool, StoreError> {
    let row = sqlx::query!(
        r#"select started_at is not null and archived_at is null as "is_launched!", paused_at is not null as "is_paused!"
           from campaign where organization_id = $1 and id = $2 for no key update"#,
        organization.0,
        campaign.0,
    );
    let row = row.fetch_optional(transaction).await?;
    let row = row.ok_or(AppError::NotFound)?;
    if !row.is_launched {
        return Err(AppError::Invalid(page::only_launched_can_be_paused().into()).into());
    }
    Ok(row.is_paused)
}
