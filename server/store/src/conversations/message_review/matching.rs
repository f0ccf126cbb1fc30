//! What a filter of Message Review finds, by keyset pages.
//!
//! The order is that of the ids, the latest contact first: no text and no release changes it, so that it costs neither an
//! index that they would have to write, nor does anything slip from one page to another meanwhile. Filters that find few
//! give all that they find, which is looked through; the others are walked in order, from the index of the one that
//! finds least, and held against the rest row by row.

use super::super::last_names::sees_last_names;
use super::conditions::{
    BY_LAST_DIGITS, BY_NAME, BY_WORDS, FAILED, MESSAGES_EXPECTED, NAMES_EXPECTED,
};
use super::walks::{
    BY_CAMPAIGN, BY_MEMBER, BY_NOBODY, BY_NOBODY_AND_STATUS, BY_STATUS, EVERY, OF_FOUND,
};
use crate::{Store, StoreError};
use app::domain::{
    ContactSought, ConversationId, ConversationStatus, ReviewFilter, ReviewHolder, Viewer,
};
use serde_json::Value;
use sqlx::Postgres;
use sqlx::postgres::PgArguments;
use sqlx::query::QueryScalar;
use sqlx::types::Json;

/// What finds at most so many is few: looking through as many takes 20 to 30 ms, and a walk meets one of more than that
/// in a million every fifty rows.
const FEW: i64 = 20_000;
/// How many of them are looked through at once: mostly that is enough for a page.
const CHUNK: usize = 2_000;

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
        None => {
            let walk = bound.bind(store, walk(filter), after, limit);
            walk.fetch_all(&store.pool).await?
        }
    };
    Ok(ids.into_iter().map(ConversationId).collect())
}

/// What waits for an answer has one status.
fn finds_nothing(filter: &ReviewFilter) -> bool {
    let is_other = |status| status != ConversationStatus::NeedsResponse;
    filter.idle.is_some() && filter.status.is_some_and(is_other)
}

/// The index of the filter that finds least.
fn walk(filter: &ReviewFilter) -> &'static str {
    let has_status = filter.status.is_some() || filter.idle.is_some();
    match (filter.holder, filter.campaign) {
        (Some(ReviewHolder::Member(_)), _) => BY_MEMBER,
        (_, Some(_)) => BY_CAMPAIGN,
        (Some(ReviewHolder::Nobody), None) if has_status => BY_NOBODY_AND_STATUS,
        (Some(ReviewHolder::Nobody), None) => BY_NOBODY,
        (None, None) if has_status => BY_STATUS,
        (None, None) => EVERY,
    }
}

/// A filter as the statements bind it.
struct Bound<'a> {
    organization: i64,
    filter: &'a ReviewFilter,
    /// How the words of a name begin, as a search of texts.
    name: Option<String>,
    sees_last_names: bool,
    /// Backwards.
    last_digits: Option<String>,
}

impl<'a> Bound<'a> {
    async fn of(
        store: &Store,
        viewer: &Viewer,
        filter: &'a ReviewFilter,
    ) -> Result<Self, StoreError> {
        let (name, last_digits) = match &filter.contact {
            None => (None, None),
            Some(ContactSought::Name(text)) => (Some(prefixes(text)), None),
            Some(ContactSought::LastDigits(digits)) => (None, Some(digits.chars().rev().collect())),
        };
        let sees_last_names = match name {
            Some(_) => sees_last_names(store, viewer).await?,
            None => false,
        };
        Ok(Self {
            organization: viewer.organization.0,
            filter,
            name,
            sees_last_names,
            last_digits,
        })
    }

    /// A walk, with its parameters.
    fn bind(
        &self,
        store: &Store,
        statement: &'static str,
        after: Option<ConversationId>,
        limit: u32,
    ) -> QueryScalar<'static, Postgres, i64, PgArguments> {
        let filter = self.filter;
        let member = match filter.holder {
            Some(ReviewHolder::Member(member)) => Some(member.0),
            _ => None,
        };
        let status = match filter.idle {
            Some(_) => Some(ConversationStatus::NeedsResponse),
            None => filter.status,
        };
        let idle = filter.idle.map(|idle| idle.minutes().cast_signed());
        sqlx::query_scalar(statement)
            .bind(self.organization)
            .bind(store.clock.pinned())
            .bind(idle)
            .bind(after.map(|after| after.0))
            .bind(i64::from(limit))
            .bind(filter.campaign.map(|campaign| campaign.0))
            .bind(member)
            .bind(filter.holder == Some(ReviewHolder::Nobody))
            .bind(status.map(ConversationStatus::as_str))
            .bind(filter.tag.map(|tag| tag.0))
            .bind(filter.escalated)
            .bind(self.name.clone())
            .bind(self.sees_last_names)
            .bind(self.last_digits.clone())
            .bind(filter.words.as_ref().map(|words| words.as_str().to_owned()))
            .bind(filter.delivery_failed)
    }
}

/// The words of a name, each by how it begins, as a search of texts. A name without letters and digits is no search, and
/// finds nobody.
fn prefixes(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(|word| format!("'{word}':*")).collect();
    words.join(" & ")
}

/// All that one of the filters finds, if it finds few: of the filters whose index is in another order than the list.
async fn found_by_one(
    store: &Store,
    bound: &Bound<'_>,
    few: i64,
) -> Result<Option<Vec<i64>>, StoreError> {
    let organization = bound.organization;
    let filter = bound.filter;
    if let Some(digits) = &bound.last_digits {
        // The character behind 9.
        let before = [digits, ":"].concat();
        let found = sqlx::query_scalar(BY_LAST_DIGITS)
            .bind(organization)
            .bind(digits.clone())
            .bind(before)
            .bind(few + 1);
        if let Some(found) = if_few(found.fetch_all(&store.pool).await?, few) {
            return Ok(Some(found));
        }
    }
    if let Some(name) = &bound.name
        && expected(store, NAMES_EXPECTED, name).await? <= few
    {
        let found = sqlx::query_scalar(BY_NAME)
            .bind(organization)
            .bind(name.clone())
            .bind(few + 1);
        if let Some(found) = if_few(found.fetch_all(&store.pool).await?, few) {
            return Ok(Some(found));
        }
    }
    if let Some(words) = &filter.words
        && expected(store, MESSAGES_EXPECTED, words.as_str()).await? <= few
    {
        let found = sqlx::query_scalar(BY_WORDS)
            .bind(organization)
            .bind(words.as_str().to_owned())
            .bind(few + 1);
        if let Some(found) = if_few(found.fetch_all(&store.pool).await?, few) {
            return Ok(Some(found));
        }
    }
    if let Some(tag) = filter.tag {
        let found = sqlx::query_scalar!(
            "select conversation_id from conversation_tag where organization_id = $1 and tag_id = $2 limit $3",
            organization,
            tag.0,
            few + 1,
        );
        if let Some(found) = if_few(found.fetch_all(&store.pool).await?, few) {
            return Ok(Some(found));
        }
    }
    if filter.escalated {
        let found = sqlx::query_scalar!(
            "select ct.conversation_id
               from tag t
               join conversation_tag ct on ct.organization_id = t.organization_id and ct.tag_id = t.id
              where t.organization_id = $1 and t.escalation
              limit $2",
            organization,
            few + 1,
        );
        if let Some(found) = if_few(found.fetch_all(&store.pool).await?, few) {
            return Ok(Some(found));
        }
    }
    if filter.delivery_failed {
        let found = sqlx::query_scalar(FAILED).bind(organization).bind(few + 1);
        if let Some(found) = if_few(found.fetch_all(&store.pool).await?, few) {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// What was found, once each and in the order of the list, if it is few.
fn if_few(mut found: Vec<i64>, few: i64) -> Option<Vec<i64>> {
    let is_few = i64::try_from(found.len()).is_ok_and(|rows| rows <= few);
    is_few.then(|| {
        found.sort_unstable_by(|one, other| other.cmp(one));
        found.dedup();
        found
    })
}

/// How many rows the planner expects.
async fn expected(store: &Store, statement: &'static str, text: &str) -> Result<i64, StoreError> {
    let Json(plan): Json<Value> = sqlx::query_scalar(statement)
        .bind(text)
        .fetch_one(&store.pool)
        .await?;
    let rows = plan.pointer("/0/Plan/Plan Rows").and_then(Value::as_i64);
    rows.ok_or_else(|| StoreError::Corrupt("a plan that says no number of rows".into()))
}

/// A page of what was found.
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
