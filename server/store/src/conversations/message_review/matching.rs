//! What a filter of Message Review finds, by keyset pages.
//!
//! The order is that of the ids, the latest contact first: no text and no release changes it, so that it costs neither an
//! index that they would have to write, nor does anything slip from one page to another meanwhile. Filters that find few
//! give all that they find, which is looked through; the others are walked in order, from the indexes of their own, and held
//! against the rest row by row. Two that find many may find next to nothing together, which only the end of a walk tells:
//! so a page looks at a bounded number of rows, and the next one goes on where it ended.

use super::bound::Bound;
use super::effort::Effort;
use super::found::found_by_one;
use super::walk::Walk;
use super::walks::OF_FOUND;
use crate::{Store, StoreError};
use app::domain::{ConversationId, ConversationStatus, ReviewFilter, Viewer};

/// What a search has found.
#[derive(Debug, Default)]
pub(super) struct Search {
    /// The highest id first.
    pub ids: Vec<ConversationId>,
    /// Up to where it has looked, if it ended before it had found enough: the next one goes on after it.
    pub looked_up_to: Option<ConversationId>,
}

/// At most `limit` conversations after one, the highest id first, however long that takes.
#[tracing::instrument(name = "db.message_review.matching", skip_all)]
pub(super) async fn matching(
    store: &Store,
    viewer: &Viewer,
    filter: &ReviewFilter,
    after: Option<ConversationId>,
    limit: u32,
) -> Result<Vec<ConversationId>, StoreError> {
    let search = search(store, viewer, filter, after, limit, Effort::WHOLE);
    Ok(search.await?.ids)
}

/// At most `limit` conversations after one, of those that this effort finds.
#[tracing::instrument(name = "db.message_review.search", skip_all)]
pub(super) async fn search(
    store: &Store,
    viewer: &Viewer,
    filter: &ReviewFilter,
    after: Option<ConversationId>,
    limit: u32,
    effort: Effort,
) -> Result<Search, StoreError> {
    if finds_nothing(filter) {
        return Ok(Search::default());
    }
    let bound = Bound::of(store, viewer, filter).await?;
    // A name without a word is nobody's.
    if bound.name.as_deref() == Some("") {
        return Ok(Search::default());
    }
    match found_by_one(store, &bound, effort.few).await? {
        Some(found) => among(store, &bound, found, after, limit, effort).await,
        None => walked(store, &bound, after, limit, effort).await,
    }
}

/// How many conversations a step finds at most.
const STEP: u32 = 2_000;

/// What one step of the way through all that a filter finds has found.
pub(crate) struct Step {
    /// The highest id first.
    pub ids: Vec<i64>,
    /// Behind which the next step begins; `None` = that was all.
    pub next: Option<ConversationId>,
}

/// What a filter finds in the next so many conversations, which may be nothing: for whoever goes
/// through all of them, and stops in between.
#[tracing::instrument(name = "db.message_review.step", skip_all)]
pub(crate) async fn step(
    store: &Store,
    viewer: &Viewer,
    filter: &ReviewFilter,
    after: Option<ConversationId>,
) -> Result<Step, StoreError> {
    let found = search(store, viewer, filter, after, STEP, Effort::STEP).await?;
    let full = clamp_len(&found.ids) >= STEP;
    let last = found.ids.last().copied().filter(|_| full);
    Ok(Step {
        ids: found.ids.into_iter().map(|id| id.0).collect(),
        next: last.or(found.looked_up_to),
    })
}

/// What waits for an answer has one status.
fn finds_nothing(filter: &ReviewFilter) -> bool {
    let is_other = |status| status != ConversationStatus::NeedsResponse;
    filter.idle.is_some() && filter.status.is_some_and(is_other)
}

/// How far a walk has come, and what it has found.
struct Progress {
    walk: Walk,
    after: Option<ConversationId>,
    page: Vec<ConversationId>,
}

/// A page of what the walks of a filter list. Each of them comes past all that is found, so that the first one that has a
/// page, or is at its end, has the answer: they take turns.
#[tracing::instrument(name = "db.message_review.walked", skip_all)]
async fn walked(
    store: &Store,
    bound: &Bound<'_>,
    after: Option<ConversationId>,
    limit: u32,
    effort: Effort,
) -> Result<Search, StoreError> {
    let begin = |walk| Progress {
        walk,
        after,
        page: Vec::new(),
    };
    let mut walks: Vec<Progress> = Walk::of(bound.filter).into_iter().map(begin).collect();
    let (mut chunk, mut looked_at) = (effort.first_chunk, 0);
    loop {
        for progress in &mut walks {
            let (walk, after) = (progress.walk, progress.after);
            let listed = walk.next(store, bound.organization, after, chunk).await?;
            let Some(last) = listed.last().copied() else {
                return Ok(Search::finished(std::mem::take(&mut progress.page)));
            };
            looked_at += listed.len();
            let missing = limit.saturating_sub(clamp_len(&progress.page));
            progress
                .page
                .extend(hold_against(store, bound, after, missing, listed).await?);
            if clamp_len(&progress.page) >= limit {
                return Ok(Search::finished(std::mem::take(&mut progress.page)));
            }
            progress.after = Some(ConversationId(last));
        }
        if looked_at >= effort.looked_at(bound.filter) {
            let furthest = walks
                .into_iter()
                .min_by_key(|walk| walk.after.map(|id| id.0));
            return Ok(furthest.map_or_else(Search::default, |furthest| Search {
                ids: furthest.page,
                looked_up_to: furthest.after,
            }));
        }
        chunk = effort.chunk;
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
    effort: Effort,
) -> Result<Search, StoreError> {
    let begins = after.map_or(0, |after| found.partition_point(|id| *id >= after.0));
    let mut page = Vec::new();
    let (mut rest, mut looked_at) = (found.get(begins..).unwrap_or_default(), 0);
    while !rest.is_empty() && clamp_len(&page) < limit {
        if looked_at >= effort.looked_at(bound.filter) {
            let next = found.len() - rest.len();
            let last = found.get(next - 1).copied();
            return Ok(Search {
                ids: page,
                looked_up_to: last.map(ConversationId),
            });
        }
        let chunk = match looked_at {
            0 => effort.first_chunk,
            _ => effort.chunk,
        };
        let chunk = usize::try_from(chunk).unwrap_or(usize::MAX);
        let (chunk, behind) = rest.split_at(rest.len().min(chunk));
        let missing = limit.saturating_sub(clamp_len(&page));
        page.extend(hold_against(store, bound, after, missing, chunk.to_vec()).await?);
        looked_at += chunk.len();
        rest = behind;
    }
    Ok(Search::finished(page))
}

/// Those of a list that all filters find.
#[tracing::instrument(name = "db.message_review.hold_against", skip_all)]
async fn hold_against(
    store: &Store,
    bound: &Bound<'_>,
    after: Option<ConversationId>,
    limit: u32,
    listed: Vec<i64>,
) -> Result<Vec<ConversationId>, StoreError> {
    let rows = bound.bind(store, OF_FOUND, after, limit).bind(listed);
    let ids = rows.fetch_all(&store.pool).await?;
    Ok(ids.into_iter().map(ConversationId).collect())
}

fn clamp_len(page: &[ConversationId]) -> u32 {
    u32::try_from(page.len()).unwrap_or(u32::MAX)
}

impl Search {
    /// All that there is, or as much as was asked for.
    fn finished(ids: Vec<ConversationId>) -> Self {
        Self {
            ids,
            looked_up_to: None,
        }
    }
}
