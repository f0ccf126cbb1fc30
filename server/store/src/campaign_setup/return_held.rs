//! What suspended members hold of a campaign that is unarchived.

use crate::{Store, StoreError};
use app::domain::{AuditActor, CampaignId, OrganizationId};
use sqlx::PgConnection;

/// Has changes of roles wait, and waits for one that is under way: whoever is suspended at that moment was suspended
/// before, or holds what their suspension then finds. It comes before the campaign's lock.
#[tracing::instrument(name = "db.organization.lock_roles", skip_all, fields(%organization))]
pub(super) async fn lock_roles(
    transaction: &mut PgConnection,
    organization: OrganizationId,
) -> Result<(), StoreError> {
    sqlx::query!(
        "select from organization where id = $1 for share",
        organization.0,
    )
    .execute(transaction)
    .await?;
    Ok(())
}

/// Returns what suspended members hold of a campaign to the pool, as what comes in for them meanwhile goes there: they
/// can answer nobody. By `conversation_holder`, so that what others hold is not looked at, however much it is.
#[tracing::instrument(name = "db.conversation.return_held", skip_all, fields(%campaign))]
pub(super) async fn return_held(
    transaction: &mut PgConnection,
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
) -> Result<(), StoreError> {
    sqlx::query!(
        "with held as materialized (
             select cv.id
               from member m
               join conversation cv on cv.organization_id = m.organization_id and cv.assigned_to = m.id
              where m.organization_id = $1
                and m.role = 'suspended'
                and cv.campaign_id = $2
                and cv.status in ('needs_response', 'needs_message')
                and not cv.opted_out
              order by cv.id
                for update of cv
         ), returned as (
             update conversation cv
                set assigned_to = null,
                    released_from = cv.assigned_to,
                    released_by = null,
                    lease_epoch = cv.lease_epoch + 1
               from held
              where cv.organization_id = $1 and cv.id = held.id
             returning cv.id, cv.released_from, cv.lease_epoch
         )
         insert into assignment_event
                (organization_id, reason, conversation_ids, previous_holders, lease_epochs, campaign_ids, actor_id,
                 happened_at)
         select $1, 'released', array_agg(id order by id), array_agg(released_from order by id),
                array_agg(lease_epoch order by id), array[$2::bigint], $3, coalesce($4, statement_timestamp())
           from returned
         having count(*) > 0",
        actor.organization.0,
        campaign.0,
        actor.member.map(|member| member.0),
        store.clock.pinned(),
    )
    .execute(transaction)
    .await?;
    Ok(())
}
