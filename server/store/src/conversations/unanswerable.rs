//! The replies that nobody can answer.

use super::listed::{LISTED_COLUMNS, LISTED_TABLES, Row};
use crate::{Store, StoreError};
use app::domain::{ConversationId, ListedConversation, Viewer};
use const_format::formatcp;

/// Whether it comes after the conversation `$2`, if there is one.
const AFTER: &str = "($2::bigint is null
      or (cv.waiting_since, cv.id) < (select waiting_since, id from conversation
                                       where organization_id = $1 and id = $2))";

/// `$1` organization, `$2` the conversation after which it begins, `$3` how many.
///
/// Those of archived campaigns are found campaign by campaign, through the index of what is idle.
pub(crate) const UNANSWERABLE: &str = formatcp!(
    "select {LISTED_COLUMNS}, concat_ws(' ', co.first_name, co.last_name) as contact, cv.waiting_since as at
       from (select cv.*
               from (select cv.*
                       from (select cv.*
                               from conversation cv
                              where cv.organization_id = $1
                                and cv.status = 'needs_response'
                                and cv.opted_out
                                and {AFTER}
                              order by cv.waiting_since desc, cv.id desc
                              limit $3) cv
                     union all
                     select cv.*
                       from campaign ca
                      cross join lateral (select cv.*
                                            from conversation cv
                                           where cv.organization_id = $1
                                             and cv.campaign_id = ca.id
                                             and cv.status = 'needs_response'
                                             and not cv.opted_out
                                             and {AFTER}
                                           order by cv.waiting_since desc, cv.id desc
                                           limit $3) cv
                      where ca.organization_id = $1
                        and ca.archived_at is not null) cv
              order by cv.waiting_since desc, cv.id desc
              limit $3) cv
       {LISTED_TABLES}
      order by cv.waiting_since desc, cv.id desc"
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
