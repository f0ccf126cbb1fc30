//! A texter's closed conversations.

use super::last_names::SEES_LAST_NAMES;
use super::listed::{LISTED_COLUMNS, LISTED_TABLES, Row};
use crate::{Store, StoreError};
use app::domain::{CampaignId, ConversationId, ListedConversation, Viewer};
use const_format::formatcp;

/// `$1` organization, `$2` the conversation after which it begins, `$3` the texter, `$4` how many, `$5` the campaign.
///
/// A range of `conversation_closed`, from the place of the conversation before it: a lateral join, because an index is
/// not entered by a comparison with a subquery.
pub(crate) const CLOSED: &str = formatcp!(
    "select {LISTED_COLUMNS}, concat_ws(' ', co.first_name, case when {SEES_LAST_NAMES} then co.last_name end) as contact,
            cv.held_since as at
       from (select coalesce(max(before.held_since), 'infinity') as held_since,
                    coalesce(max(before.id), 9223372036854775807) as id
               from conversation before
              where before.organization_id = $1 and before.id = $2) after
      cross join lateral (select *
                            from conversation closed
                           where closed.organization_id = $1
                             and closed.assigned_to = $3
                             and closed.status = 'closed'
                             and (closed.held_since, closed.id) < (after.held_since, after.id)
                             and ($5::bigint is null or closed.campaign_id = $5)
                           order by closed.held_since desc, closed.id desc
                           limit $4) cv
       {LISTED_TABLES}
      order by cv.held_since desc, cv.id desc"
);

/// Those of one campaign, or of all: by a close, by a stop word or by an opt-out.
#[tracing::instrument(name = "db.conversation.closed", skip_all)]
pub(super) async fn closed(
    store: &Store,
    viewer: &Viewer,
    campaign: Option<CampaignId>,
    after: Option<ConversationId>,
    limit: u32,
) -> Result<Vec<ListedConversation>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(CLOSED)
        .bind(viewer.organization.0)
        .bind(after.map(|after| after.0))
        .bind(viewer.member.0)
        .bind(i64::from(limit))
        .bind(campaign.map(|campaign| campaign.0))
        .fetch_all(&store.pool)
        .await?;
    Ok(rows.into_iter().map(Row::read).collect())
}
