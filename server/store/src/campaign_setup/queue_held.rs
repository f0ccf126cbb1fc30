use crate::rules::{NEXT_OPENING, NOW, OPEN_NOW, ZONES};
use crate::{Store, StoreError, notify};
use app::domain::{CampaignId, FailureCode, OrganizationId};
use const_format::formatcp;
use sqlx::PgConnection;

const ERASED: i32 = FailureCode::ERASED.0;

/// Queues what is held of the campaign. `$1` organization, `$2` clock, `$3` campaign.
///
/// Within the contact's texting hours it is due at once, in the order in which it was held; else when they open, because
/// the pause may have outlasted the hours in which it was sent. What was erased meanwhile has no words any more. The index
/// is `outbox_held`.
pub(crate) const QUEUE_HELD: &str = formatcp!(
    "update outbox o
        set state = case when held.erased then 'failed' else 'queued' end::outbox_state,
            last_error = case when held.erased then 'Its message was erased before it was sent.' end,
            failure_code = case when held.erased then {ERASED} end,
            -- The time in which it was held does not count, and the attempts from before it still do not.
            deferred_since = case when o.deferred_since is not null then {NOW} end,
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

/// Queues what was held while the campaign did not run, and wakes who sends it, with the commit. The caller has its row
/// locked, and has written that it runs.
#[tracing::instrument(name = "db.outbox.queue_held", skip_all, fields(%campaign))]
pub(super) async fn queue_held(
    transaction: &mut PgConnection,
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<(), StoreError> {
    sqlx::query(QUEUE_HELD)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .bind(campaign.0)
        .execute(&mut *transaction)
        .await?;
    notify::outbox_filled(transaction).await?;
    Ok(())
}
