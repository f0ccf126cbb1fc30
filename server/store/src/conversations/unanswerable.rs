//! The replies that nobody can answer.

use super::listed::{LISTED_COLUMNS, LISTED_TABLES, Row};
use crate::{Store, StoreError};
use app::domain::{ConversationId, ListedConversation, Viewer};
use const_format::formatcp;

/// When the contact of the conversation `cv`, who has opted out, last wrote.
const LAST_WROTE: &str = "coalesce(cv.wrote_opted_out_at, cv.waiting_since)";

/// `$1` organization, `$2` the conversation after which it begins, `$3` how many.
///
/// Who has opted out waits for nothing: what they wrote last is the news. They are found through
/// `conversation_opted_out_wrote`. Those of archived campaigns wait since they wrote first, and are found campaign by
/// campaign, through the index of what is idle. Both are entered at the place of the conversation before: a lateral join,
/// because an index is not entered by a comparison with a subquery.
pub(crate) const UNANSWERABLE: &str = formatcp!(
    "select {LISTED_COLUMNS}, concat_ws(' ', co.first_name, co.last_name) as contact, cv.listed_at as at
       from (select coalesce(max(case when cv.opted_out then {LAST_WROTE} else cv.waiting_since end), 'infinity')
                        as listed_at,
                    coalesce(max(cv.id), 9223372036854775807) as id
               from conversation cv
              where cv.organization_id = $1 and cv.id = $2) after
      cross join lateral (
            select cv.*
              from (select cv.*
                      from (select cv.*, {LAST_WROTE} as listed_at
                              from conversation cv
                             where cv.organization_id = $1
                               and cv.status = 'needs_response'
                               and cv.opted_out
                               and ({LAST_WROTE}, cv.id) < (after.listed_at, after.id)
                             order by {LAST_WROTE} desc, cv.id desc
                             limit $3) cv
                    union all
                    select cv.*
                      from campaign ca
                     cross join lateral (select cv.*, cv.waiting_since as listed_at
                                           from conversation cv
                                          where cv.organization_id = $1
                                            and cv.campaign_id = ca.id
                                            and cv.status = 'needs_response'
                                            and not cv.opted_out
                                            and (cv.waiting_since, cv.id) < (after.listed_at, after.id)
                                          order by cv.waiting_since desc, cv.id desc
                                          limit $3) cv
                     where ca.organization_id = $1
                       and ca.archived_at is not null) cv
             order by cv.listed_at desc, cv.id desc
             limit $3) cv
       {LISTED_TABLES}
      order by cv.listed_at desc, cv.id desc"
);

#[tracing::instrument(name = "db.conversation.unanswerable", skip_all)]
pub(super) async fn unanswerable(
    store: &Store,
    viewer: &Viewer,
    after: Option<ConversationId>,
    limit: u32,
) -> Result<Vec<ListedConversation>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(UNANSWERABLE)
        .bind(viewer.organization.0)
        .bind(after.map(|after| after.0))
        .bind(i64::from(limit))
        .fetch_all(&store.pool)
        .await?;
    Ok(rows.into_iter().map(Row::read).collect())
}
