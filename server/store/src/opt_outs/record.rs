use super::lock;
use crate::StoreError;
use crate::clock::Clock;
use app::domain::{CampaignId, MemberId, OrganizationId, PhoneNumber};
use sqlx::PgConnection;

/// Whose counts and lists an opt-out changed; what the caller passes to its `notify::changed`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Affected {
    /// Whether the cell was not opted out before.
    pub is_new: bool,
    /// Campaigns with a conversation that was flagged.
    pub campaigns: Vec<CampaignId>,
    /// Members who hold one.
    pub members: Vec<MemberId>,
}

/// Opts a cell out of everything in the organization: a row in `opt_out`, and every conversation with
/// that cell flagged and closed, whatever its campaign. `by` is the member who recorded it, or `None`
/// if the contact said so. An earlier opt-out stays as it was recorded.
///
/// The caller's transaction decides whether it happens, and notifies others of what is affected. It locks the
/// conversations in the order of their ids, so two of these never wait for each other; call it before locking one of
/// them by yourself.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.opt_out.record", skip_all)]
pub async fn record(
    tx: &mut PgConnection,
    clock: &Clock,
    organization: OrganizationId,
    cell: &PhoneNumber,
    by: Option<MemberId>,
) -> Result<Affected, StoreError> {
    lock::share(tx, organization).await?;
    let recorded = sqlx::query!(
        "insert into opt_out (organization_id, cell, recorded_by, created_at)
         values ($1, $2, $3, coalesce($4, statement_timestamp()))
         on conflict (organization_id, cell) do nothing",
        organization.0,
        cell.as_str(),
        by.map(|member| member.0),
        clock.pinned(),
    )
    .execute(&mut *tx)
    .await?;

    // Which conversations there are is read under locks; those that are flagged and closed already are
    // not written again.
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
         set opted_out = true, status = 'closed'
         from theirs t
         where v.organization_id = t.organization_id and v.id = t.id
           and (not v.opted_out or v.status <> 'closed')
         returning v.campaign_id, v.assigned_to",
        organization.0,
        cell.as_str(),
    )
    .fetch_all(&mut *tx)
    .await?;
    let holders = changed.iter().filter_map(|row| row.assigned_to);
    if by.is_none() {
        // After their own stop word nothing goes out, not even a goodbye that waits.
        sqlx::query!(
            "update outbox x
                set goodbye = false
               from contact c
               join message m on m.organization_id = c.organization_id and m.conversation_id = c.id
              where c.organization_id = $1 and c.cell = $2
                and x.organization_id = m.organization_id and x.message_id = m.id
                and x.goodbye and x.state = 'queued'",
            organization.0,
            cell.as_str(),
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(Affected {
        is_new: recorded.rows_affected() == 1,
        campaigns: changed
            .iter()
            .map(|row| CampaignId(row.campaign_id))
            .collect(),
        members: holders.map(MemberId).collect(),
    })
}
