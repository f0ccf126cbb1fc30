//! The count of a bulk action: what it is to change is found, judged and kept, part by part.

use super::filter_json::FilterJson;
use super::judge::{self, Judged};
use super::subject::SubjectRow;
use crate::conversations::message_review::matching::{Step, step};
use crate::database::{RESPOND_WITHIN, answered};
use crate::{Store, StoreError};
use app::domain::{BulkActionId, BulkChange, ConversationId, Viewer};
use app::error::AppError;
use sqlx::PgConnection;
use sqlx::types::Json;
use std::collections::BTreeMap;

/// As many steps are made for one answer: of 2,000 conversations each, within a second.
const STEPS: usize = 20;
/// How many conversations a part has, which is a batch when it is carried out: texts to their contacts wait for its commit.
const PART: usize = 500;

/// Counts on for a moment, and says whether there is more to count, and nobody else who counts it. Whoever waits for the
/// count asks again until it is done; what two count at once is kept once.
pub(super) async fn count_on(
    store: &Store,
    viewer: &Viewer,
    id: BulkActionId,
) -> Result<bool, StoreError> {
    for _ in 0..STEPS {
        let Some(counting) = answered(RESPOND_WITHIN, find(store, viewer, id)).await? else {
            return Ok(false);
        };
        let step = answered(RESPOND_WITHIN, counting.step(store, viewer)).await?;
        let judged = judge(store, viewer, counting.change, &step.ids).await?;
        let keep = keep(store, viewer, id, &counting, &step, &judged);
        if !answered(RESPOND_WITHIN, keep).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A bulk action that is not counted to its end.
struct Counting {
    change: BulkChange,
    subject: SubjectRow,
    chosen: Option<Vec<i64>>,
    after: Option<i64>,
    parts: i32,
    left_out: BTreeMap<String, u32>,
    losers: BTreeMap<String, u32>,
}

impl Counting {
    /// What is found next.
    async fn step(&self, store: &Store, viewer: &Viewer) -> Result<Step, StoreError> {
        if let Some(ids) = self.chosen.clone() {
            return Ok(Step { ids, next: None });
        }
        let filter = self.subject.filter.clone();
        let named = filter.and_then(|Json(filter)| filter.read());
        let unread = || StoreError::Corrupt(format!("bulk action {}: its filter", self.subject.id));
        let filter = named.ok_or_else(unread)?.filter;
        step(store, viewer, &filter, self.after.map(ConversationId)).await
    }
}

/// The action, unless it is counted.
#[tracing::instrument(name = "db.bulk_action.counting", skip_all, fields(%id))]
async fn find(
    store: &Store,
    viewer: &Viewer,
    id: BulkActionId,
) -> Result<Option<Counting>, StoreError> {
    let row = sqlx::query!(
        r#"select change, member_id, tag_id, name, filter as "filter: Json<FilterJson>", chosen, after_id, parts,
                  left_out as "left_out: Json<BTreeMap<String, u32>>", losers as "losers: Json<BTreeMap<String, u32>>",
                  counted_at is not null as "counted!"
             from bulk_action
            where organization_id = $1 and id = $2"#,
        viewer.organization.0,
        id.0,
    )
    .fetch_optional(&store.pool)
    .await?
    .ok_or(AppError::NotFound)?;
    if row.counted {
        return Ok(None);
    }
    let subject = SubjectRow {
        id: id.0,
        change: row.change,
        member_id: row.member_id,
        tag_id: row.tag_id,
        name: row.name,
        filter: row.filter,
    };
    Ok(Some(Counting {
        change: subject.change()?,
        subject,
        chosen: row.chosen,
        after: row.after_id,
        parts: row.parts,
        left_out: row.left_out.0,
        losers: row.losers.0,
    }))
}

/// What becomes of each of these.
#[tracing::instrument(name = "db.bulk_action.judge", skip_all, fields(ids = ids.len()))]
async fn judge(
    store: &Store,
    viewer: &Viewer,
    change: BulkChange,
    ids: &[i64],
) -> Result<Vec<Judged>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let judged = sqlx::query_as(judge::statement(change))
        .bind(viewer.organization.0)
        .bind(ids)
        .bind(judge::about(change))
        .fetch_all(&store.pool);
    answered(RESPOND_WITHIN, async { Ok(judged.await?) }).await
}

/// Keeps what a step found, unless somebody else has done so.
#[tracing::instrument(name = "db.bulk_action.keep", skip_all, fields(%id))]
async fn keep(
    store: &Store,
    viewer: &Viewer,
    id: BulkActionId,
    counting: &Counting,
    step: &Step,
    judged: &[Judged],
) -> Result<bool, StoreError> {
    let changed: Vec<&Judged> = judged.iter().filter(|row| row.because.is_none()).collect();
    let mut left_out = counting.left_out.clone();
    for reason in judged.iter().filter_map(|row| row.because.clone()) {
        *left_out.entry(reason).or_default() += 1;
    }
    let mut losers = counting.losers.clone();
    for loser in changed.iter().filter_map(|row| row.loser) {
        *losers.entry(loser.to_string()).or_default() += 1;
    }
    let parts: Vec<&[&Judged]> = changed.chunks(PART).collect();
    let count = |rows: usize| i32::try_from(rows).unwrap_or(i32::MAX);
    let mut transaction = store.begin().await?;
    let kept = sqlx::query!(
        "update bulk_action
            set after_id = $4,
                parts = parts + $5,
                seen = seen + $6,
                expected = expected + $7,
                left_out = $8,
                losers = $9,
                count_heartbeat_at = statement_timestamp(),
                counted_at = case when $4::bigint is null then coalesce($10, statement_timestamp()) end
          where organization_id = $1 and id = $2
            and after_id is not distinct from $3
            and counted_at is null",
        viewer.organization.0,
        id.0,
        counting.after,
        step.next.map(|next| next.0),
        count(parts.len()),
        count(judged.len()),
        count(changed.len()),
        serde_json::json!(left_out),
        serde_json::json!(losers),
        store.clock.pinned(),
    )
    .execute(&mut *transaction)
    .await?;
    if kept.rows_affected() != 1 {
        return Ok(false);
    }
    for (part, rows) in (counting.parts..).zip(parts) {
        insert_part(&mut transaction, viewer, id, part, rows).await?;
    }
    transaction.commit().await?;
    Ok(true)
}

#[tracing::instrument(name = "db.bulk_part.insert", skip_all, fields(%id, part))]
async fn insert_part(
    connection: &mut PgConnection,
    viewer: &Viewer,
    id: BulkActionId,
    part: i32,
    rows: &[&Judged],
) -> Result<(), StoreError> {
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let epochs: Vec<i32> = rows.iter().map(|row| row.lease_epoch).collect();
    let last_messages: Vec<i64> = rows.iter().map(|row| row.last_message).collect();
    sqlx::query!(
        "insert into bulk_part
                (organization_id, bulk_action_id, part, conversation_ids, lease_epochs, last_messages)
         values ($1, $2, $3, $4, $5, $6)",
        viewer.organization.0,
        id.0,
        part,
        &ids,
        &epochs,
        &last_messages,
    )
    .execute(connection)
    .await?;
    Ok(())
}
