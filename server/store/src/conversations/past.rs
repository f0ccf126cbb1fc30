//! A texter's past conversations: held by them, with nothing to do, and not closed; and what they have written in and do
//! not hold any more.

use super::last_names::SEES_LAST_NAMES;
use super::last_texts::last_texts;
use super::listed::{CAMPAIGN_AND_CONTACT, LISTED_COLUMNS, Row};
use crate::{Store, StoreError};
use app::domain::{CampaignId, ConversationId, ListedConversation, Viewer};
use const_format::formatcp;

/// What `$3` holds, with nothing to do, after the conversation `after`. `held_since` is when its holder last acted on
/// it. What waits for an answer that nobody may give is past too.
const HELD: &str = "select held.id, held.held_since as past_at, null::bigint as read_until
                from conversation held
               where held.organization_id = $1
                 and held.assigned_to = $3
                 and (held.status in ('messaged', 'convo') or held.opted_out and held.status <> 'closed')
                 and ($5::bigint is null or held.campaign_id = $5)
                 and (held.held_since, held.id) < (after.past_at, after.id)
               order by held.held_since desc, held.id desc
               limit $4";

/// What `$3` wrote in last before `after`, and does not hold: by `message_by_member`, from text to text, no further than
/// to the end of a page that is full of what they hold. They read it until their last text. Not of one campaign, whose
/// card counts what they hold.
const WROTE_IN: &str = "select own.conversation_id as id, own.created_at as past_at, own.id as read_until
                from message own
               cross join lateral (select other.assigned_to
                                     from conversation other
                                    where other.organization_id = $1 and other.id = own.conversation_id
                                    limit 1) other
               where own.organization_id = $1
                 and own.sent_by = $3
                 and $5::bigint is null
                 and (own.created_at, own.conversation_id) < (after.past_at, after.id)
                 and own.created_at >= (select case when count(*) < $4 then '-infinity' else min(past_at) end
                                          from held)
                 and other.assigned_to is distinct from $3
                 and own.id = (select latest.id
                                 from message latest
                                where latest.organization_id = $1
                                  and latest.conversation_id = own.conversation_id
                                  and latest.sent_by = $3
                                order by latest.id desc
                                limit 1)
               order by own.created_at desc, own.conversation_id desc
               limit $4";

/// `$1` organization, `$2` the conversation after which it begins, `$3` the texter, `$4` how many, `$5` the campaign.
///
/// A lateral join to the place of the conversation before it, because an index is not entered by a comparison with a
/// subquery.
pub(crate) const PAST: &str = formatcp!(
    "select {LISTED_COLUMNS}, concat_ws(' ', co.first_name, case when {SEES_LAST_NAMES} then co.last_name end) as contact,
            past.past_at as at
       from (select coalesce(max(before.past_at), 'infinity') as past_at,
                    coalesce(max(before.id), 9223372036854775807) as id
               from (select place.id,
                            coalesce(case when place.assigned_to is distinct from $3
                                          then (select own.created_at
                                                  from message own
                                                 where own.organization_id = $1
                                                   and own.conversation_id = place.id
                                                   and own.sent_by = $3
                                                 order by own.id desc
                                                 limit 1)
                                     end, place.held_since) as past_at
                       from conversation place
                      where place.organization_id = $1 and place.id = $2) before) after
      cross join lateral (
              with held as (
              {HELD})
              select id, past_at, read_until from held
              union all
             (
              {WROTE_IN})
              order by past_at desc, id desc
              limit $4) past
       join conversation cv on cv.organization_id = $1 and cv.id = past.id
       {CAMPAIGN_AND_CONTACT}
       {LAST}
      order by past.past_at desc, past.id desc",
    LAST = last_texts!(" and (past.read_until is null or m.id <= past.read_until)")
);

/// The latest first.
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
