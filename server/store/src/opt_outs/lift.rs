use super::lock;
use crate::audit::{self, Change};
use crate::database::BEGIN_PATIENTLY;
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, CampaignId, MemberId, PhoneNumber};
use app::error::AppError;
use sentences::page;

/// Lifts an opt-out: the number may be texted again. What was recorded goes to `opt_out_lift`, with the reason.
///
/// Its conversations are not opted out any more, and stay closed: nobody is texted on an old thread whom the opt-out took
/// off it, nor on a campaign that was to begin without them. One that waits stays waiting: the contact wrote after they
/// had opted out, and can be answered now. Its holder's clock starts anew, because they could not do that before.
///
/// # Errors
/// The number is not opted out; the database.
#[tracing::instrument(name = "db.opt_out.lift", skip_all)]
pub async fn lift(
    store: &Store,
    actor: AuditActor,
    number: &PhoneNumber,
    reason: &str,
) -> Result<(), StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin_with(BEGIN_PATIENTLY).await?;
    // An import of contacts that saw the opt-out and has not committed looks again afterwards.
    lock::share(&mut transaction, organization).await?;
    let lifted = sqlx::query!(
        "with gone as (
             delete from opt_out
              where organization_id = $1 and cell = $2
             returning cell, origin, recorded_by, campaign_id, created_at
         )
         insert into opt_out_lift
                (organization_id, cell, origin, recorded_by, campaign_id, recorded_at, lifted_by, lifted_at, reason)
         select $1, cell, origin, recorded_by, campaign_id, created_at, $3, coalesce($4, statement_timestamp()), $5
           from gone",
        organization.0,
        number.as_str(),
        actor.member.map(|member| member.0),
        store.clock.pinned(),
        reason,
    )
    .execute(&mut *transaction)
    .await?;
    if lifted.rows_affected() == 0 {
        return Err(AppError::Invalid(page::number_is_not_opted_out().into()).into());
    }
    // In the order in which an opt-out locks them.
    let changed = sqlx::query!(
        "with theirs as materialized (
             select v.organization_id, v.id
             from contact c
             join conversation v on v.organization_id = c.organization_id and v.id = c.id
             where c.organization_id = $1 and c.cell = $2
             order by v.id
             for update of v
         )
         update conversation v
         set opted_out = false,
             status = case when v.status = 'needs_response' then v.status else 'closed' end,
             held_since = case when v.status = 'needs_response' and v.assigned_to is not null
                               then coalesce($3, statement_timestamp()) else v.held_since end
         from theirs t
         where v.organization_id = t.organization_id and v.id = t.id and v.opted_out
         returning v.campaign_id, v.assigned_to",
        organization.0,
        number.as_str(),
        store.clock.pinned(),
    )
    .fetch_all(&mut *transaction)
    .await?;
    let detail = format!("{number} · {reason}");
    let change = Change::new(AuditAction::OptOutLifted, AuditSubject::Organization);
    audit::record(
        &mut transaction,
        &store.clock,
        actor,
        change.detail(&detail),
    )
    .await?;
    let campaigns = changed.iter().map(|row| CampaignId(row.campaign_id));
    let holders = changed.iter().filter_map(|row| row.assigned_to);
    notify::changed(
        &mut *transaction,
        organization,
        campaigns,
        holders.map(MemberId),
    )
    .await?;
    transaction.commit().await?;
    Ok(())
}
