//! What lies in the pools now, and what waits for a decision.

use crate::store::campaigns::clamp;
use crate::store::idle::{campaign_open, in_pool, judged_tables, now, within_hours};
use crate::store::{Store, StoreError};
use app::domain::{Age, OrganizationId, PoolId, PoolKind};
use app::ports::PoolFill;

/// Every escalation tag on a conversation is one that the team of pool `p` holds; General's nobody holds
/// any.
macro_rules! tags_held {
    () => {
        "(not cv.escalated
          or (p.team_id is not null
              and not exists (
                  select from conversation_tag ct
                    join tag on tag.organization_id = ct.organization_id and tag.id = ct.tag_id
                   where ct.organization_id = cv.organization_id
                     and ct.conversation_id = cv.id
                     and tag.escalation
                     and not exists (select from team_tag tt
                                      where tt.organization_id = p.organization_id
                                        and tt.team_id = p.team_id
                                        and tt.tag_id = tag.id))))"
    };
}

/// The campaigns that pool `p` draws from: a team's own, and for General those that no team has to itself.
macro_rules! drawn_from {
    () => {
        "(case when p.team_id is null then not ca.team_restricted
               else exists (select from team_campaign tc
                             where tc.organization_id = p.organization_id
                               and tc.team_id = p.team_id
                               and tc.campaign_id = ca.id)
          end)"
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    kind: String,
    waiting: i64,
    oldest: Option<i64>,
}

/// What could be handed out of each pool now, were it enabled, to somebody who is on no other team.
pub(super) async fn fills(
    store: &Store,
    organization: OrganizationId,
) -> Result<Vec<PoolFill>, StoreError> {
    const FILLS: &str = concat!(
        "select p.id, p.kind::text, lies.waiting, extract(epoch from ",
        now!(),
        " - lies.oldest)::bigint as oldest
           from pool p
          cross join lateral (
                select count(*) as waiting, min(cv.waiting_since) as oldest
                  from ",
        judged_tables!(),
        "
                 where cv.organization_id = p.organization_id
                   and ((p.kind = 'replies' and ",
        in_pool!(),
        " and ",
        within_hours!("2 minutes"),
        ")
                     or (p.kind = 'initials' and cv.status = 'needs_message' and cv.assigned_to is null
                         and (ca.due_on is null or zone.today <= ca.due_on) and ",
        within_hours!("10 minutes"),
        "))
                   and not cv.opted_out
                   and ",
        campaign_open!(),
        "
                   and ca.auto_assign
                   and ",
        drawn_from!(),
        "
                   and ",
        tags_held!(),
        ") lies
          where p.organization_id = $1"
    );
    let rows: Vec<Row> = sqlx::query_as(FILLS)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .fetch_all(&store.pool)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(PoolFill {
                pool: PoolId(row.id),
                kind: kind(&row.kind)?,
                waiting: clamp(row.waiting),
                oldest_wait: row.oldest.map(Age::from_seconds),
            })
        })
        .collect()
}

pub(super) fn kind(word: &str) -> Result<PoolKind, StoreError> {
    word.parse()
        .map_err(|error: app::domain::UnknownPoolKind| StoreError::Corrupt(error.to_string()))
}

/// How many requests wait for somebody to decide on them.
pub(super) async fn pending(
    store: &Store,
    organization: OrganizationId,
) -> Result<u32, StoreError> {
    let pending: i64 = sqlx::query_scalar(
        "select count(*) from assignment_request where organization_id = $1 and state = 'pending'",
    )
    .bind(organization.0)
    .fetch_one(&store.pool)
    .await?;
    Ok(clamp(pending))
}
