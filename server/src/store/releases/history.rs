//! The release history, by keyset pages.

use crate::store::{Store, StoreError};
use app::domain::{
    IdleInterval, LeftOut, LeftOutReason, OrganizationId, ReleaseId, ReleaseKind, ReleasePolicy,
    ReleaseProgress, ReleaseRecord, ReleaseScope, ReleaseState,
};
use app::ports::ReleaseHistory;
use chrono::{DateTime, Utc};
use sqlx::types::Json;
use std::collections::BTreeMap;

const PAGE: usize = 50;

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    actor: String,
    started_at: DateTime<Utc>,
    finished_at: Option<DateTime<Utc>>,
    interval_minutes: i32,
    include_team_restricted: bool,
    only_within_texting_hours: bool,
    include_auto_assign_off: bool,
    state: String,
    conversations: i32,
    campaigns: i32,
    left_out: Json<BTreeMap<String, u32>>,
}

/// One page, newest first, after a key.
pub(super) async fn history(
    store: &Store,
    organization: OrganizationId,
    after: Option<ReleaseId>,
) -> Result<ReleaseHistory, StoreError> {
    let mut rows: Vec<Row> = sqlx::query_as(
        "select r.id, a.name as actor, r.started_at, r.finished_at, r.interval_minutes,
                r.include_team_restricted, r.only_within_texting_hours, r.include_auto_assign_off,
                r.state::text as state, r.conversations, r.campaigns, r.left_out
           from release r
           join member m on m.organization_id = r.organization_id and m.id = r.actor_id
           join account a on a.id = m.account_id
          where r.organization_id = $1
            and ($2::bigint is null or r.id < $2)
          order by r.id desc
          limit $3",
    )
    .bind(organization.0)
    .bind(after.map(|release| release.0))
    .bind(PAGE as i64 + 1)
    .fetch_all(&store.pool)
    .await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|row| ReleaseId(row.id));
    let rows = rows.into_iter().map(record).collect::<Result<_, _>>()?;
    Ok(ReleaseHistory { rows, next })
}

fn record(row: Row) -> Result<ReleaseRecord, StoreError> {
    let corrupt = |what: &str| StoreError::Corrupt(format!("release {}: {what}", row.id));
    let interval = IdleInterval::from_minutes(row.interval_minutes.unsigned_abs())
        .map_err(|error| corrupt(&error.to_string()))?;
    let mut left_out = row
        .left_out
        .iter()
        .map(|(reason, conversations)| {
            let reason: LeftOutReason = reason.parse().map_err(|_| corrupt(reason))?;
            Ok(LeftOut {
                reason,
                conversations: *conversations,
            })
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    left_out.sort_by_key(|left_out| left_out.reason);
    let state = match row.state.as_str() {
        "running" => ReleaseState::Running,
        "finished" => ReleaseState::Finished,
        "failed" => ReleaseState::Failed,
        other => return Err(corrupt(other)),
    };
    Ok(ReleaseRecord {
        progress: ReleaseProgress {
            release: ReleaseId(row.id),
            actor: Some(row.actor),
            kind: ReleaseKind::Replies,
            undoes: None,
            state,
            cancelling: false,
            expected: 0,
            conversations: row.conversations.unsigned_abs(),
            campaigns: row.campaigns.unsigned_abs(),
            kept: 0,
            ran_ms: row.finished_at.map_or(0, |end| {
                u32::try_from((end - row.started_at).num_milliseconds().max(0)).unwrap_or(u32::MAX)
            }),
        },
        scope: ReleaseScope::Everywhere,
        campaign_title: None,
        releases: 1,
        started_at: row.started_at,
        policy: Some(ReleasePolicy {
            interval,
            include_team_restricted: row.include_team_restricted,
            only_within_texting_hours: row.only_within_texting_hours,
            include_auto_assign_off: row.include_auto_assign_off,
        }),
        left_out,
        undone_by: None,
        undo_until: None,
    })
}
