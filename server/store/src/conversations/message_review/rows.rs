//! The lines of a page of Message Review.

use super::super::last_names::SEES_LAST_NAMES;
use super::super::last_texts::{LAST_TEXTS, LastTexts, last_texts};
use super::effort::Effort;
use super::matching::search;
use crate::{Store, StoreError, stored_word};
use app::domain::{ConversationId, ReviewFilter, Viewer};
use app::ports::{ReviewPage, ReviewRow};
use chrono::{DateTime, Utc};
use const_format::formatcp;

/// How many conversations a page has.
const PAGE: u32 = 50;

/// `$1` organization, `$2` the conversations, `$3` the reviewer. A page of them, each by its keys.
pub(crate) const ROWS: &str = formatcp!(
    "select cv.id,
            concat_ws(' ', co.first_name, case when {SEES_LAST_NAMES} then co.last_name end) as contact,
            ca.title as campaign_title, holder.name as holder, cv.status::text, cv.opted_out,
            coalesce((select array_agg(t.title order by lower(t.title collate \"und-x-icu\"), t.id)
                        from conversation_tag ct
                        join tag t on t.organization_id = ct.organization_id and t.id = ct.tag_id
                       where ct.organization_id = cv.organization_id and ct.conversation_id = cv.id), '{{}}') as tags,
            {LAST_TEXTS}, last.at as last_text_at
       from unnest($2::bigint[]) listed (id)
       join conversation cv on cv.organization_id = $1 and cv.id = listed.id
       join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
       join contact co on co.organization_id = cv.organization_id and co.id = cv.id
       left join lateral (
            select a.name
              from member m
              join account a on a.id = m.account_id
             where m.organization_id = cv.organization_id and m.id = cv.assigned_to) holder on true
       {LAST}
      order by cv.id desc",
    LAST = last_texts!("")
);

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    contact: String,
    campaign_title: String,
    holder: Option<String>,
    status: String,
    opted_out: bool,
    tags: Vec<String>,
    #[sqlx(flatten)]
    last: LastTexts,
    last_text_at: Option<DateTime<Utc>>,
}

impl Row {
    fn read(self) -> Result<ReviewRow, StoreError> {
        Ok(ReviewRow {
            id: ConversationId(self.id),
            contact: self.contact.trim().to_owned(),
            campaign_title: self.campaign_title,
            holder: self.holder,
            status: stored_word(&self.status)?,
            opted_out: self.opted_out,
            tags: self.tags,
            may_want_to_opt_out: !self.opted_out && self.last.may_want_to_opt_out(),
            excerpt: self.last.excerpt(),
            last_text_at: self.last_text_at,
        })
    }
}

/// One page, and after which the next one begins.
#[tracing::instrument(name = "db.message_review.page", skip_all)]
pub(super) async fn page(
    store: &Store,
    viewer: &Viewer,
    filter: &ReviewFilter,
    after: Option<ConversationId>,
) -> Result<ReviewPage, StoreError> {
    // One more than a page tells whether there is another.
    let search = search(store, viewer, filter, after, PAGE + 1, Effort::PAGE).await?;
    let mut found = search.ids;
    let more = found.len() > PAGE as usize;
    found.truncate(PAGE as usize);
    let next = match more {
        true => found.last().copied(),
        false => search.looked_up_to,
    };
    let ids: Vec<i64> = found.into_iter().map(|id| id.0).collect();
    let rows: Vec<Row> = sqlx::query_as(ROWS)
        .bind(viewer.organization.0)
        .bind(ids)
        .bind(viewer.member.0)
        .fetch_all(&store.pool)
        .await?;
    Ok(ReviewPage {
        rows: rows.into_iter().map(Row::read).collect::<Result<_, _>>()?,
        next,
    })
}
