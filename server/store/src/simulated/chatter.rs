//! Contacts who write without having been texted.

use crate::{Store, StoreError};
use app::domain::OrganizationId;
use std::time::Duration;

/// The organizations in which somebody writes now; their next turn comes after `gap`. Organizations
/// with a simulated number are enrolled when they are first seen. Of many servers, one gets a turn.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.simulated_chatter.take_turns", skip_all)]
pub async fn take_turns(store: &Store, gap: Duration) -> Result<Vec<OrganizationId>, StoreError> {
    let gap = gap.as_secs_f64();
    sqlx::query!(
        "insert into simulated_chatter (organization_id, due_at)
         select distinct organization_id, coalesce($1, statement_timestamp()) + $2 * interval '1 second'
         from sending_number
         where service = 'simulated'
         on conflict (organization_id) do nothing",
        store.clock.pinned(),
        gap,
    )
    .execute(&store.pool)
    .await?;
    let turns: Vec<i64> = sqlx::query_scalar!(
        "update simulated_chatter
         set due_at = coalesce($1, statement_timestamp()) + $2 * interval '1 second'
         where due_at <= coalesce($1, statement_timestamp())
         returning organization_id",
        store.clock.pinned(),
        gap,
    )
    .fetch_all(&store.pool)
    .await?;
    Ok(turns.into_iter().map(OrganizationId).collect())
}

/// Whether fewer than `at_most` replies wait in the organization, those included that are about to
/// come. What bounds a demo that nobody answers.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.simulated_chatter.may_chat", skip_all)]
pub async fn may_chat(
    store: &Store,
    organization: OrganizationId,
    at_most: u32,
) -> Result<bool, StoreError> {
    // By campaign, so that the index on waiting replies serves it; it stops counting at `at_most`.
    let waiting: i64 = sqlx::query_scalar!(
        r#"select (select count(*) from simulated_reply where organization_id = $1)
              + (select count(*)
                 from (select
                       from campaign k
                       join conversation v on v.campaign_id = k.id and v.organization_id = k.organization_id
                       where k.organization_id = $1 and v.status = 'needs_response'
                       limit $2) waiting) as "waiting!""#,
        organization.0,
        i64::from(at_most),
    )
    .fetch_one(&store.pool)
    .await?;
    Ok(waiting < i64::from(at_most))
}

/// A contact who may write next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Talker {
    /// Their cell.
    pub cell: String,
    /// The number that they were texted from last.
    pub number: String,
}

/// A contact of a started campaign who was texted, has nothing waiting and is about to write nothing.
/// `at` between 0 and 1 picks: the first such contact behind that point of the organization's contacts.
/// `None` if there is none near it.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.simulated_chatter.pick_talker", skip_all)]
pub async fn pick_talker(
    store: &Store,
    organization: OrganizationId,
    at: f64,
) -> Result<Option<Talker>, StoreError> {
    // near: a stretch of the primary key, so that it costs the same with a million contacts.
    let talker = sqlx::query_as!(
        Talker,
        "with near as (
             select v.organization_id, v.id, v.campaign_id, v.status, v.opted_out
             from conversation v
             where v.organization_id = $1
               and v.id >= (
                   select min(id) + floor($2::float8 * (max(id) - min(id)))::bigint
                   from conversation where organization_id = $1)
             order by v.id
             limit 1000
         )
         select c.cell, last.own_number as number
         from near v
         join campaign k on k.organization_id = v.organization_id and k.id = v.campaign_id
         join contact c on c.organization_id = v.organization_id and c.id = v.id
         cross join lateral (
             select m.own_number
             from message m
             where m.organization_id = v.organization_id and m.conversation_id = v.id
               and m.direction = 'outbound'
             order by m.id desc
             limit 1
         ) last
         join sending_number s on s.organization_id = v.organization_id and s.number = last.own_number
         where v.status in ('messaged', 'convo') and not v.opted_out
           and k.started_at is not null and k.archived_at is null
           and s.service = 'simulated'
           and not exists (
               select from simulated_reply r
               where r.organization_id = v.organization_id and r.from_cell = c.cell)
         order by v.id
         limit 1",
        organization.0,
        at,
    )
    .fetch_optional(&store.pool)
    .await?;
    Ok(talker)
}
