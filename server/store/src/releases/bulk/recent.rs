//! A reviewer's own bulk actions that are in reach: what is counted, waits to be carried out, goes on, or can be undone.

use super::filter_json::FilterJson;
use super::subject::SubjectRow;
use crate::releases::progress::{PROGRESS_COLUMNS, ProgressRow, RELEASE_AND_ACTOR, UNDO_FOR};
use crate::rules::NOW;
use crate::{Store, StoreError};
use app::domain::{BulkState, RecentBulkAction, Viewer};
use const_format::formatcp;
use sqlx::types::Json;

/// So many that are not started are listed.
const MAX_NOT_STARTED: i64 = 10;
/// So many that were started: more than a person starts within the ten minutes in which each can be undone.
const MAX_STARTED: i64 = 200;

/// `$1` organization, `$2` clock, `$3` the reviewer, `$4` how many: those that were started, and their undos. By the index
/// of what ended just now.
pub(crate) const STARTED: &str = formatcp!(
    "select b.id as action_id, b.change, b.member_id, b.tag_id, b.name, b.filter, b.seen, b.expected as counted,
            {PROGRESS_COLUMNS}
       from {RELEASE_AND_ACTOR}
       join bulk_action b on b.organization_id = r.organization_id and b.id = r.bulk_action_id
      where r.organization_id = $1
        and b.maker_id = $3
        and (r.finished_at is null
             or r.finished_at > {NOW} - interval '10 minutes' and {UNDO_FOR} is not null)
      order by r.finished_at is not null, r.id desc
      limit $4"
);

#[derive(Debug, sqlx::FromRow)]
struct StartedRow {
    action_id: i64,
    change: String,
    member_id: Option<i64>,
    tag_id: Option<i64>,
    name: String,
    filter: Option<Json<FilterJson>>,
    seen: i32,
    counted: i32,
    #[sqlx(flatten)]
    progress: ProgressRow,
}

/// The newest first, those that are not started before the others.
pub(super) async fn recent(
    store: &Store,
    viewer: &Viewer,
) -> Result<Vec<RecentBulkAction>, StoreError> {
    let mut actions = not_started(store, viewer).await?;
    actions.extend(started(store, viewer).await?);
    Ok(actions)
}

#[tracing::instrument(name = "db.bulk_action.recently_started", skip_all)]
async fn started(store: &Store, viewer: &Viewer) -> Result<Vec<RecentBulkAction>, StoreError> {
    let rows: Vec<StartedRow> = sqlx::query_as(STARTED)
        .bind(viewer.organization.0)
        .bind(store.clock.pinned())
        .bind(viewer.member.0)
        .bind(MAX_STARTED)
        .fetch_all(&store.pool)
        .await?;
    let read = |row: StartedRow| {
        let subject = SubjectRow {
            id: row.action_id,
            change: row.change,
            member_id: row.member_id,
            tag_id: row.tag_id,
            name: row.name,
            filter: row.filter,
        };
        Ok(RecentBulkAction {
            subject: subject.read()?,
            seen: row.seen.unsigned_abs(),
            expected: row.counted.unsigned_abs(),
            state: BulkState::Started {
                progress: row.progress.read(),
                undo: None,
            },
        })
    };
    rows.into_iter().map(read).collect()
}

/// What is being counted, and what took so long to count that nobody may have waited for it. What was counted at once was
/// shown at once, and left on purpose.
#[tracing::instrument(name = "db.bulk_action.not_started", skip_all)]
async fn not_started(store: &Store, viewer: &Viewer) -> Result<Vec<RecentBulkAction>, StoreError> {
    let rows = sqlx::query!(
        r#"select id, change, member_id, tag_id, name, filter as "filter: Json<FilterJson>", seen, expected,
                  counted_at is not null as "counted!"
             from bulk_action
            where organization_id = $1
              and maker_id = $2
              and started_at is null
              and created_at > coalesce($3, statement_timestamp()) - interval '1 hour'
              and (counted_at is null or counted_at > created_at + interval '5 seconds')
            order by id desc
            limit $4"#,
        viewer.organization.0,
        viewer.member.0,
        store.clock.pinned(),
        MAX_NOT_STARTED,
    )
    .fetch_all(&store.pool)
    .await?;
    let mut actions = Vec::with_capacity(rows.len());
    for row in rows {
        let subject = SubjectRow {
            id: row.id,
            change: row.change,
            member_id: row.member_id,
            tag_id: row.tag_id,
            name: row.name,
            filter: row.filter,
        };
        actions.push(RecentBulkAction {
            subject: subject.read()?,
            seen: row.seen.unsigned_abs(),
            expected: row.expected.unsigned_abs(),
            state: match row.counted {
                true => BulkState::Counted,
                false => BulkState::Counting,
            },
        });
    }
    Ok(actions)
}
