//! The pause of a campaign.
//!
//! A text that is sent at the moment of a pause may be in the outbox just after it. That does no harm: whoever claims it
//! sees the pause, and holds it (`server/store/src/outbox/hold.rs`).

use super::waiting::refuse_if_people_wait;
use crate::audit::{self, Change};
use crate::rules::{NEXT_OPENING, NOW, OPEN_NOW, ZONES};
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, CampaignId, FailureCode, OrganizationId};
use app::error::AppError;
use const_format::formatcp;
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

/// Resumes it, unless it is not paused. Clocks went on all the time.
#[tracing::instrument(name = "db.campaign.resume", skip_all, fields(%campaign))]
pub(super) async fn resume(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
) -> Result<(), StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    if !is_paused(&mut transaction, organization, campaign).await? {
        return Ok(());
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
    sqlx::query(QUEUE_HELD)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .bind(campaign.0)
        .execute(&mut *transaction)
        .await?;
    let change = Change::new(
        AuditAction::CampaignResumed,
        AuditSubject::Campaign(campaign),
    );
    audit::record(&mut transaction, &store.clock, actor, change).await?;
    notify::settings_changed(&mut *transaction, organization).await?;
    notify::outbox_filled(&mut *transaction).await?;
    transaction.commit().await?;
    Ok(())
}

const ERASED: i32 = FailureCode::ERASED.0;

/// Queues what is held of the campaign. `$1` organization, `$2` clock, `$3` campaign.
///
/// Within the contact's texting hours it is due at once, in the order in which it was held; else when they open, because
/// the pause may have outlasted the hours in which it was sent. What was erased meanwhile has no words any more. The index
/// is `outbox_held`.
pub(crate) const QUEUE_HELD: &str = formatcp!(
    "update outbox o
        set state = case when held.erased then 'failed' else 'queued' end::outbox_state,
            last_error = case when held.erased then 'Its message was erased while the campaign was paused.' end,
            failure_code = case when held.erased then {ERASED} end,
            next_attempt_at = case when held.open_now then least(o.next_attempt_at, {NOW}) else held.opens_at end
       from (select x.message_id, m.erased, {OPEN_NOW} as open_now,
                    {NEXT_OPENING} as opens_at
               from outbox x
               join message m on m.organization_id = x.organization_id and m.id = x.message_id
               join conversation cv on cv.organization_id = m.organization_id and cv.id = m.conversation_id
               join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
               join {ZONES} zone on zone.id = coalesce(cv.time_zone_id, ca.time_zone_id)
              where x.organization_id = $1 and x.state = 'held' and ca.id = $3) held
      where o.organization_id = $1 and o.message_id = held.message_id and o.state = 'held'"
);

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
