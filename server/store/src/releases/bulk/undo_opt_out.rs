//! The undo of the opt-outs of a bulk action.

use super::undone::BulkUndo;
use crate::count::clamp;
use crate::opt_outs::undo_within;
use crate::releases::batch::Released;
use crate::{Store, StoreError};
use app::domain::{CampaignId, MemberId, PhoneNumber};
use sentences::page;
use sqlx::PgConnection;

/// Lifts the opt-outs that one row of the audit names, where they are still those that the bulk action recorded. Who
/// waited for an answer does so again, as at every lift; who was to be texted is so by whoever held them; who waited for
/// nothing is as before, unless somebody wrote meanwhile.
#[tracing::instrument(name = "db.bulk_action.undo_opt_out", skip_all)]
pub(super) async fn undo_opt_out(
    store: &Store,
    connection: &mut PgConnection,
    undo: &BulkUndo,
    event: i64,
) -> Result<Released, StoreError> {
    let organization = undo.lease.organization;
    let cells = sqlx::query_scalar!(
        "select o.cell
           from assignment_event e
          cross join unnest(e.conversation_ids) as changed (id)
           join contact co on co.organization_id = e.organization_id and co.id = changed.id
           join opt_out o on o.organization_id = co.organization_id and o.cell = co.cell
          where e.organization_id = $1 and e.id = $2 and o.bulk_action_id = $3
          group by o.cell
          order by o.cell",
        organization.0,
        event,
        undo.action.0,
    )
    .fetch_all(&mut *connection)
    .await?;
    let (mut campaigns, mut members): (Vec<CampaignId>, Vec<MemberId>) = (Vec::new(), Vec::new());
    let mut lifted = Vec::new();
    for cell in cells {
        let number: PhoneNumber = cell
            .parse()
            .map_err(|error| StoreError::Corrupt(format!("the number of an opt-out: {error}")))?;
        let reason = page::bulk_opt_out_was_undone();
        let affected = undo_within(
            connection,
            &store.clock,
            organization,
            &number,
            undo.actor,
            reason,
        )
        .await?;
        if let Some(affected) = affected {
            campaigns.extend(affected.campaigns);
            members.extend(affected.members);
            lifted.push(cell);
        }
    }
    let rows = reopen(store, connection, undo, event, &lifted).await?;
    Ok(Released {
        organization,
        rows: clamp(rows),
        campaigns,
        losers: members,
    })
}

/// Gives those who waited for nothing the status that they had, and the first text of a second pass that was to be sent,
/// whether they were chosen or closed along, and writes the undo into the audit. How many of those that were chosen it is
/// about. Such a first text of somebody who was suspended meanwhile goes back to the pool, as at every lift.
#[tracing::instrument(name = "db.bulk_action.reopen_lifted", skip_all)]
async fn reopen(
    store: &Store,
    connection: &mut PgConnection,
    undo: &BulkUndo,
    event: i64,
    lifted: &[String],
) -> Result<i64, StoreError> {
    Ok(sqlx::query_scalar!(
        r#"with changed as materialized (
             select changed.*, cv.campaign_id, cv.assigned_to, cv.lease_epoch,
                    changed.status = 'needs_message'
                    and exists (select from member m
                                 where m.organization_id = cv.organization_id and m.id = cv.assigned_to
                                   and m.role = 'suspended') as is_lost
               from assignment_event e
              cross join lateral (
                   select true as is_chosen, chosen.*
                     from unnest(e.conversation_ids, e.lease_epochs, e.previous_statuses) as chosen (id, epoch, status)
                    union all
                   -- Earlier versions kept none.
                   select false, sibling.*
                     from unnest(e.sibling_ids, e.sibling_epochs, e.sibling_statuses) as sibling (id, epoch, status)
                   ) changed
               join contact co on co.organization_id = e.organization_id and co.id = changed.id
               join conversation cv on cv.organization_id = e.organization_id and cv.id = changed.id
              where e.organization_id = $1 and e.id = $2 and co.cell = any ($3)
         ), reopened as (
             update conversation cv
                set status = changed.status,
                    assigned_to = case when changed.is_lost then null else cv.assigned_to end,
                    released_from = case when changed.is_lost then cv.assigned_to else cv.released_from end,
                    released_by = case when changed.is_lost then null else cv.released_by end,
                    lease_epoch = cv.lease_epoch + changed.is_lost::int,
                    held_since = case when changed.status = 'needs_message' and cv.assigned_to is not null
                                           and not changed.is_lost
                                      then coalesce($6, statement_timestamp()) else cv.held_since end
               from changed
              where changed.status in ('needs_message', 'messaged', 'convo')
                and cv.organization_id = $1
                and cv.id = changed.id
                and cv.lease_epoch = changed.epoch
                and cv.status = 'closed'
                and not cv.opted_out
          returning cv.id, changed.assigned_to as holder, cv.lease_epoch, changed.is_lost
         ), lost as (
             insert into assignment_event
                    (organization_id, reason, conversation_ids, previous_holders, lease_epochs, actor_id, happened_at)
             select $1, 'released', array_agg(id order by id), array_agg(holder order by id),
                    array_agg(lease_epoch order by id), $4, coalesce($6, statement_timestamp())
               from reopened
              where is_lost
             having count(*) > 0
         ), audit as (
             insert into assignment_event
                    (organization_id, reason, conversation_ids, previous_holders, lease_epochs, campaign_ids,
                     actor_id, release_id, happened_at)
             -- Whoever holds one got nothing.
             select $1, 'given_back', array_agg(id order by id), array_fill(null::bigint, array[count(*)::int]),
                    array_agg(lease_epoch order by id), array_agg(distinct campaign_id), $4, $5,
                    coalesce($6, statement_timestamp())
               from changed
              where is_chosen
             having count(*) > 0
         ), counted as (
             update release
                set conversations = conversations + (select count(*) from changed where is_chosen)
              where organization_id = $1 and id = $5 and state = 'running'
         )
         select count(*) as "conversations!" from changed where is_chosen"#,
        undo.lease.organization.0,
        event,
        lifted,
        undo.actor.map(|actor| actor.0),
        undo.lease.release.0,
        store.clock.pinned(),
    )
    .fetch_one(connection)
    .await?)
}
