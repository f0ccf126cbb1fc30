//! A texter's past conversations: held by them, with nothing to do, and not closed.

use super::last_names::SEES_LAST_NAMES;
use super::listed::{LISTED_COLUMNS, LISTED_TABLES, Row};
use crate::{Store, StoreError};
use app::domain::{CampaignId, ConversationId, ListedConversation, Viewer};
use const_format::formatcp;

/// `$1` organization, `$2` the conversation after which it begins, `$3` the texter, `$4` how many, `$5` the campaign.
///
/// `held_since` is when its holder last acted on it. What waits for an answer that nobody may give is past too.
pub(crate) const PAST: &str = formatcp!(
    "select {LISTED_COLUMNS}, concat_ws(' ', co.first_name, case when {SEES_LAST_NAMES} then co.last_name end) as contact,
            cv.held_since as at
       from (select *
               from conversation
              where organization_id = $1
                and assigned_to = $3
                and (status in ('messaged', 'convo') or opted_out and status <> 'closed')
                and ($5::bigint is null or campaign_id = $5)
                and ($2::bigint is null
                     or (held_since, id) < (select held_since, id from conversation
                                             where organization_id = $1 and id = $2))
              order by held_since desc, id desc
              limit $4) cv
       {LISTED_TABLES}
      order by cv.held_since desc, cv.id desc"
);

#[tracing::instrument(name = "db.conversation.past", skip_all)]
pub(super) async fn past(
    store: &Store,
    viewer: &Viewer,
    campaign: Option<CampaignId>,
    after: Option<ConversationId>,
    limit: u32,
) -> Result<Vec<ListedConversation>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(PAST)
        .bind(viewer.organization.0)
        .bind(after.map(|after| after.0))
        .bind(viewer.member.0)
        .bind(i64::from(limit))
        .bind(campaign.map(|campaign| campaign.0))
        .fetch_all(&store.pool)
        .await?;
    Ok(rows.into_iter().map(Row::read).collect())
}
