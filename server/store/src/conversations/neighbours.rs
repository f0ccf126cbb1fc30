//! The conversations before and after the one that is open.

use super::hours::open_on_campaign;
use super::next;
use crate::rules::{ANSWERABLE, CAMPAIGN_OPEN, JUDGED_TABLES, OPEN_NOW, UNSENT};
use crate::{Store, StoreError};
use app::domain::{
    CampaignId, ConversationId, ConversationStatus, NextConversation, PoolKind, Viewer,
};
use const_format::formatcp;

/// Where **Previous** and **Next** lead.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Neighbours {
    pub previous: Option<ConversationId>,
    pub next: Option<NextConversation>,
}

/// The last of the conversations whose texts are being sent, `$5`, that its texter holds.
const ANSWERED: &str = "(select answered.id
      from conversation answered
     where answered.organization_id = $1 and answered.assigned_to = $3 and answered.id = any($5::bigint[])
     order by array_position($5::bigint[], answered.id)
     limit 1)";

/// `$1` organization, `$2` clock, `$3` the texter, `$4` conversation, `$5` those whose texts are being sent, the last of
/// them first.
///
/// Before and after it among the replies that the texter can answer, in the order of the texter's list: contacts who can
/// be texted now, then the others, longest waiting first. Next is one who can be: after the last of them, and from what is
/// no such reply, the first one.
pub(crate) const REPLIES: &str = formatcp!(
    "with mine as materialized (
         select cv.id, cv.waiting_since, not {OPEN_NOW} as closed
           from {JUDGED_TABLES}
          where cv.organization_id = $1
            and cv.assigned_to = $3
            and {ANSWERABLE}
            and cv.id <> all($5::bigint[])
     ), here as (
         select id, waiting_since, closed from mine where id = $4
     )
     select coalesce((select mine.id
                        from mine, here
                       where (mine.closed, mine.waiting_since, mine.id) < (here.closed, here.waiting_since, here.id)
                       order by mine.closed desc, mine.waiting_since desc, mine.id desc
                       limit 1),
                     {ANSWERED}) as previous,
            coalesce((select mine.id
                        from mine, here
                       where not mine.closed and not here.closed
                         and (mine.waiting_since, mine.id) > (here.waiting_since, here.id)
                       order by mine.waiting_since, mine.id
                       limit 1),
                     (select mine.id
                        from mine
                       where mine.id <> $4 and not mine.closed
                       order by mine.waiting_since, mine.id
                       limit 1)) as next"
);

/// The initial messages that the texter can send now. The holder is named once more as in the index
/// `conversation_by_holder`, of which they are one range.
const SENDABLE: &str = formatcp!(
    "from conversation cv
       join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
      where cv.organization_id = $1
        and cv.assigned_to = $3
        and coalesce(cv.assigned_to, 0) = $3
        and cv.campaign_id = $6
        and cv.id <> all($5::bigint[])
        and not cv.opted_out
        and {UNSENT}
        and {CAMPAIGN_OPEN}
        and {OPEN}",
    OPEN = open_on_campaign!("$6")
);

/// `$1` organization, `$2` clock, `$3` the texter, `$4` conversation, `$5` those whose texts are being sent, `$6` campaign.
///
/// Before and after it among the initial messages of its campaign, in the order of the import.
pub(crate) const INITIALS: &str = formatcp!(
    "select coalesce((select cv.id {SENDABLE} and cv.id < $4 order by cv.id desc limit 1), {ANSWERED}) as previous,
            (select cv.id {SENDABLE} and cv.id > $4 order by cv.id limit 1) as next"
);

#[derive(sqlx::FromRow)]
struct Row {
    previous: Option<i64>,
    next: Option<i64>,
}

/// Before what is to be done comes what the texter has just dealt with: **Previous** leads from the first of their
/// replies, or of the initial messages, to the conversation in which they wrote last, and from there to the one before.
/// **Next** leads from an initial message that was sent to the next one of its campaign, as after sending it. A page
/// that is fetched while texts are still being sent counts the conversations of those, `answered`, as dealt with; the last
/// of them comes first.
pub(super) async fn neighbours(
    store: &Store,
    viewer: &Viewer,
    campaign: CampaignId,
    id: ConversationId,
    status: ConversationStatus,
    answered: &[ConversationId],
) -> Result<Neighbours, StoreError> {
    let row = beside(store, viewer, campaign, id, status, answered).await?;
    let previous = match row.previous {
        Some(previous) => Some(ConversationId(previous)),
        None => written_last(store, viewer, id, status).await?,
    };
    let unsent = match status {
        ConversationStatus::Messaged => {
            next::open_on(store, viewer, campaign, PoolKind::Initials, answered).await?
        }
        _ => None,
    };
    let (id, kind) = match (unsent, status) {
        (Some(unsent), _) => (Some(unsent), PoolKind::Initials),
        (None, ConversationStatus::NeedsMessage) => {
            (row.next.map(ConversationId), PoolKind::Initials)
        }
        (None, _) => (row.next.map(ConversationId), PoolKind::Replies),
    };
    Ok(Neighbours {
        previous,
        next: id.map(|id| NextConversation { id, kind }),
    })
}

#[tracing::instrument(name = "db.conversation.neighbours", skip_all, fields(%id))]
async fn beside(
    store: &Store,
    viewer: &Viewer,
    campaign: CampaignId,
    id: ConversationId,
    status: ConversationStatus,
    answered: &[ConversationId],
) -> Result<Row, StoreError> {
    let initial = status == ConversationStatus::NeedsMessage;
    let query = sqlx::query_as(if initial { INITIALS } else { REPLIES })
        .bind(viewer.organization.0)
        .bind(store.clock.pinned())
        .bind(viewer.member.0)
        .bind(id.0)
        .bind(
            answered
                .iter()
                .map(|answered| answered.0)
                .collect::<Vec<_>>(),
        );
    let query = if initial {
        query.bind(campaign.0)
    } else {
        query
    };
    Ok(query.fetch_one(&store.pool).await?)
}

/// The conversation in which the texter wrote last, of those that they still hold and have nothing to do in; of one that
/// waits for nothing, in which they wrote before it. Of each conversation only their last text counts, or the way back
/// would be a circle; and only their last hundred texts are looked at: it is the way back, not a list.
#[tracing::instrument(name = "db.conversation.written_last", skip_all, fields(%id))]
async fn written_last(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
    status: ConversationStatus,
) -> Result<Option<ConversationId>, StoreError> {
    let is_done = !matches!(
        status,
        ConversationStatus::NeedsMessage | ConversationStatus::NeedsResponse
    );
    let previous = sqlx::query_scalar!(
        "select last.conversation_id
           from (select m.conversation_id, m.created_at, m.id
                   from message m
                  where m.organization_id = $1 and m.sent_by = $2 and m.conversation_id <> $3
                    and m.created_at <= coalesce((select max(own.created_at)
                                                    from message own
                                                   where own.organization_id = $1 and own.conversation_id = $3
                                                     and own.sent_by = $2 and $4),
                                                 'infinity')
                  order by m.created_at desc, m.id desc
                  limit 100) last
           join conversation cv on cv.organization_id = $1 and cv.id = last.conversation_id
          where cv.assigned_to = $2
            and cv.status in ('messaged', 'convo', 'closed')
            and not exists (select from message later
                             where later.organization_id = $1
                               and later.conversation_id = last.conversation_id
                               and later.sent_by = $2
                               and later.id > last.id)
          order by last.created_at desc, last.id desc
          limit 1",
        viewer.organization.0,
        viewer.member.0,
        id.0,
        is_done,
    )
    .fetch_optional(&store.pool)
    .await?;
    Ok(previous.map(ConversationId))
}
