//! What a filter of Message Review finds, by keyset pages.
//!
//! The order is that of the ids, the latest contact first: no text and no release changes it, so that it costs neither an
//! index that they would have to write, nor does anything slip from one page to another meanwhile. Filters that find few
//! give all that they find, which is looked through; the others are walked in order, from the index of the one that
//! finds least, and held against the rest row by row.

use super::bound::Bound;
use super::found::found_by_one;
use super::walk::Walk;
use super::walks::OF_FOUND;
use crate::{Store, StoreError};
use app::domain::{ConversationId, ConversationStatus, ReviewFilter, Viewer};

/// What finds at most so many is few, and is looked through. A walk meets one of more than that in a million every fifty
/// rows, unless the other filters leave none of them.
const FEW: i64 = 20_000;
/// How many of them are looked through at once: mostly that is enough for a page.
const CHUNK: usize = 2_000;
/// How many of a walk are looked through at first: what most conversations match fills a page with them.
const FIRST_CHUNK: i64 = 200;
/// And how many at once after that.
const WALKED_CHUNK: i64 = 2_000;

/// At most `limit` conversations after one, the highest id first.
#[tracing::instrument(name = "db.message_review.matching", skip_all)]
pub(super) async fn matching(
    store: &Store,
    viewer: &Viewer,
    filter: &ReviewFilter,
    after: Option<ConversationId>,
    limit: u32,
) -> Result<Vec<ConversationId>, StoreError> {
    matching_by(store, viewer, filter, after, limit, FEW).await
}

/// The same, where `few` are looked through.
#[tracing::instrument(name = "db.message_review.matching_by", skip_all)]
pub(super) async fn matching_by(
    store: &Store,
    viewer: &Viewer,
    filter: &ReviewFilter,
    after: Option<ConversationId>,
    limit: u32,
    few: i64,
) -> Result<Vec<ConversationId>, StoreError> {
    if finds_nothing(filter) {
        return Ok(Vec::new());
    }
    let bound = Bound::of(store, viewer, filter).await?;
    let ids = match found_by_one(store, &bound, few).await? {
        Some(found) => among(store, &bound, found, after, limit).await?,
        None => walked(store, &bound, after, limit).await?,
    };
    Ok(ids.into_iter().map(ConversationId).collect())
}

/// What one step of the way through all that a filter finds has found.
pub(crate) struct Step {
    /// The highest id first.
    pub ids: Vec<i64>,
    /// Behind which the next step begins; `None` = that was all.
    pub next: Option<ConversationId>,
}

/// What a filter finds in the next so many conversations that its index lists, which may be nothing: for whoever goes
/// through all of them, and stops in between.
#[tracing::instrument(name = "db.message_review.step", skip_all)]
pub(crate) async fn step(
    store: &Store,
    viewer: &Viewer,
    filter: &ReviewFilter,
    after: Option<ConversationId>,
) -> Result<Step, StoreError> {
    if finds_nothing(filter) {
        let ids = Vec::new();
        return Ok(Step { ids, next: None });
    }
    let bound = Bound::of(store, viewer, filter).await?;
    let (listed, more) = match found_by_one(store, &bound, FEW).await? {
        Some(mut found) => {
            let begins = after.map_or(0, |after| found.partition_point(|id| *id >= after.0));
            found.drain(..begins);
            let more = found.len() > CHUNK;
            found.truncate(CHUNK);
            (found, more)
        }
        None => {
            let walk = Walk::of(filter);
            let listed = walk.next(store, bound.organization, after, WALKED_CHUNK);
            let listed = listed.await?;
            let more = i64::try_from(listed.len()).is_ok_and(|rows| rows >= WALKED_CHUNK);
            (listed, more)
        }
    };
    let next = listed.last().copied().filter(|_| more).map(ConversationId);
    let all = u32::try_from(listed.len()).unwrap_or(u32::MAX);
    let found = bound.bind(store, OF_FOUND, after, all).bind(listed);
    let ids = found.fetch_all(&store.pool).await?;
    Ok(Step { ids, next })
}

/// What waits for an answer has one status.
fn finds_nothing(filter: &ReviewFilter) -> bool {
    let is_other = |status| status != ConversationStatus::NeedsResponse;
    filter.idle.is_some() && filter.status.is_some_and(is_other)
}

/// A page of what the walk of a filter lists.
#[tracing::instrument(name = "db.message_review.walked", skip_all)]
async fn walked(
    store: &Store,
    bound: &Bound<'_>,
    after: Option<ConversationId>,
    limit: u32,
) -> Result<Vec<i64>, StoreError> {
    let walk = Walk::of(bound.filter);
    let mut page: Vec<i64> = Vec::new();
    let (mut after, mut chunk) = (after, FIRST_CHUNK);
    loop {
        let listed = walk.next(store, bound.organization, after, chunk).await?;
        let missing = limit.saturating_sub(u32::try_from(page.len()).unwrap_or(u32::MAX));
        let Some(last) = listed.last().copied().filter(|_| missing > 0) else {
            return Ok(page);
        };
        let rows = bound.bind(store, OF_FOUND, after, missing).bind(listed);
        page.extend(rows.fetch_all(&store.pool).await?);
        (after, chunk) = (Some(ConversationId(last)), WALKED_CHUNK);
    }
}

/// A page of what was found.
#[tracing::instrument(name = "db.message_review.among", skip_all)]
async fn among(
    store: &Store,
    bound: &Bound<'_>,
    found: Vec<i64>,
    after: Option<ConversationId>,
    limit: u32,
) -> Result<Vec<i64>, StoreError> {
    let begins = after.map_or(0, |after| found.partition_point(|id| *id >= after.0));
    let mut page: Vec<i64> = Vec::new();
    for chunk in found.get(begins..).unwrap_or_default().chunks(CHUNK) {
        let missing = limit.saturating_sub(u32::try_from(page.len()).unwrap_or(u32::MAX));
        if missing == 0 {
            break;
        }
        let rows = bound
            .bind(store, OF_FOUND, after, missing)
            .bind(chunk.to_vec());
        page.extend(rows.fetch_all(&store.pool).await?);
    }
    Ok(page)
}
