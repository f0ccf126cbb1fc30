//! Filters that find few, each by an index of its own: of texts, names, digits, tags, and of what failed.

use super::bound::Bound;
use super::conditions::{
    BY_LAST_DIGITS, BY_NAME, BY_WORDS, FAILED, MESSAGES_EXPECTED, NAMES_EXPECTED,
};
use crate::{Store, StoreError};
use serde_json::Value;
use sqlx::types::Json;

/// All that one of the filters finds, if it finds few: of the filters whose index is in another order than the list.
#[tracing::instrument(name = "db.message_review.found_by_one", skip_all)]
pub(super) async fn found_by_one(
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
#[tracing::instrument(name = "db.message_review.expected", skip_all)]
async fn expected(store: &Store, statement: &'static str, text: &str) -> Result<i64, StoreError> {
    let Json(plan): Json<Value> = sqlx::query_scalar(statement)
        .bind(text)
        .fetch_one(&store.pool)
        .await?;
    let rows = plan.pointer("/0/Plan/Plan Rows").and_then(Value::as_i64);
    rows.ok_or_else(|| StoreError::Corrupt("a plan that says no number of rows".into()))
}
