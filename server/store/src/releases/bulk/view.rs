//! A bulk action as its page shows it.

use super::filter_json::FilterJson;
use super::subject::SubjectRow;
use crate::releases::progress::{PROGRESS_COLUMNS, ProgressRow, RELEASE_AND_ACTOR};
use crate::{Store, StoreError};
use app::domain::{
    BulkAction, BulkActionId, BulkState, LeftOut, LeftOutReason, MemberId, OrganizationId,
    ReleaseId,
};
use app::error::AppError;
use const_format::formatcp;
use sqlx::types::Json;
use std::collections::BTreeMap;

/// `$1` organization, `$2` clock, `$3` the bulk action: its release, and then its undo.
pub(crate) const RELEASES: &str = formatcp!(
    "select {PROGRESS_COLUMNS} from {RELEASE_AND_ACTOR}
      where r.organization_id = $1 and r.bulk_action_id = $3
      order by r.id"
);

/// All of it.
#[tracing::instrument(name = "db.bulk_action.view", skip_all, fields(%id))]
pub(super) async fn view(
    store: &Store,
    organization: OrganizationId,
    id: BulkActionId,
) -> Result<BulkAction, StoreError> {
    let row = sqlx::query!(
        r#"select change, member_id, tag_id, name, filter as "filter: Json<FilterJson>", maker_id, seen, expected,
                  left_out as "left_out: Json<BTreeMap<String, u32>>", losers as "losers: Json<BTreeMap<String, u32>>",
                  counted_at is not null as "counted!", started_at is not null as "started!"
             from bulk_action
            where organization_id = $1 and id = $2"#,
        organization.0,
        id.0,
    )
    .fetch_optional(&store.pool)
    .await?
    .ok_or(AppError::NotFound)?;
    let subject = SubjectRow {
        id: id.0,
        change: row.change,
        member_id: row.member_id,
        tag_id: row.tag_id,
        name: row.name,
        filter: row.filter,
    };
    let state = match (row.counted, row.started) {
        (false, _) => BulkState::Counting,
        (true, false) => BulkState::Counted,
        (true, true) => state(store, organization, id).await?,
    };
    let left_out = LeftOutReason::ALL.into_iter().filter_map(|reason| {
        let conversations = row.left_out.get(reason.as_str()).copied()?;
        Some(LeftOut {
            reason,
            conversations,
        })
    });
    Ok(BulkAction {
        subject: subject.read()?,
        maker: MemberId(row.maker_id),
        seen: row.seen.unsigned_abs(),
        expected: row.expected.unsigned_abs(),
        left_out: left_out.collect(),
        losers: losers(store, organization, &row.losers).await?,
        state,
    })
}

/// How it goes, from the rows of the history. One that changed nothing has none.
#[tracing::instrument(name = "db.bulk_action.releases", skip_all, fields(%id))]
async fn state(
    store: &Store,
    organization: OrganizationId,
    id: BulkActionId,
) -> Result<BulkState, StoreError> {
    let rows: Vec<ProgressRow> = sqlx::query_as(RELEASES)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .bind(id.0)
        .fetch_all(&store.pool)
        .await?;
    let mut rows = rows.into_iter().map(ProgressRow::read);
    let Some(progress) = rows.next() else {
        return Ok(BulkState::Nothing);
    };
    let undo = rows.next();
    Ok(BulkState::Started { progress, undo })
}

/// The names of those who lose something, most first.
#[tracing::instrument(name = "db.bulk_action.losers", skip_all)]
async fn losers(
    store: &Store,
    organization: OrganizationId,
    counts: &BTreeMap<String, u32>,
) -> Result<Vec<(String, u32)>, StoreError> {
    let ids: Vec<i64> = counts.keys().filter_map(|id| id.parse().ok()).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let names = sqlx::query!(
        r#"select m.id, a.name from member m join account a on a.id = m.account_id
          where m.organization_id = $1 and m.id = any ($2)
          order by lower(a.name collate "und-x-icu"), m.id"#,
        organization.0,
        &ids,
    )
    .fetch_all(&store.pool)
    .await?;
    let names = names.into_iter();
    let mut losers: Vec<(String, u32)> = names
        .filter_map(|row| Some((row.name, *counts.get(&row.id.to_string())?)))
        .collect();
    losers.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    Ok(losers)
}

/// Who prepared it, and the release that carries it out.
#[tracing::instrument(name = "db.bulk_action.release", skip_all, fields(%id))]
pub(super) async fn release_of(
    store: &Store,
    organization: OrganizationId,
    id: BulkActionId,
) -> Result<(MemberId, ReleaseId), StoreError> {
    let row = sqlx::query!(
        "select b.maker_id, r.id
           from bulk_action b
           join release r on r.organization_id = b.organization_id and r.bulk_action_id = b.id
          where b.organization_id = $1 and b.id = $2 and r.undoes_id is null",
        organization.0,
        id.0,
    )
    .fetch_optional(&store.pool)
    .await?
    .ok_or(AppError::NotFound)?;
    Ok((MemberId(row.maker_id), ReleaseId(row.id)))
}
