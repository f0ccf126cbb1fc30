//! What a page shows of a conversation, as numbers that are compared: a page that has another number than there is now is
//! out of date.

use super::held_before::HELD_BEFORE;
use super::hours::OPENS;
use super::thread::MAX_MESSAGES;
use crate::rules::JUDGED_TABLES;
use crate::{Store, StoreError};
use app::domain::{CampaignId, ConversationId, Role, Viewer};
use const_format::formatcp;

/// A table `thread` over `cv`, with the `version` of its status, of its last texts with what became of each and why, and of
/// its tags. The last texts are a range of `message_thread`. `offset 0` has it computed once, however often it is named.
pub(super) const THREAD_VERSION: &str = formatcp!(
    "cross join lateral (
          select hashtextextended(
                     concat_ws('|', cv.status,
                               (select string_agg(concat_ws(' ', last.id, last.delivery), ',' order by last.id)
                                  from (select m.id,
                                               case when o.state = 'failed' then concat_ws(' ', o.state, o.failure_code, o.last_error)
                                                    when o.delivered then 'delivered'
                                                    when o.state = 'sent' then 'sent'
                                               end as delivery
                                          from message m
                                          left join outbox o on o.organization_id = m.organization_id and o.message_id = m.id
                                         where m.organization_id = cv.organization_id and m.conversation_id = cv.id
                                         order by m.id desc
                                         limit {MAX_MESSAGES}) last),
                               (select string_agg('tag ' || ct.tag_id, ',' order by ct.tag_id)
                                  from conversation_tag ct
                                 where ct.organization_id = cv.organization_id and ct.conversation_id = cv.id)), 0) as version
          offset 0
     ) thread"
);

/// SQL over the judged tables and [`THREAD_VERSION`], with the clock in `$2`: the version of the thread, and of what keeps
/// texts from going out for a while: the archive, a pause, and texting hours.
pub(super) const PAGE_VERSION: &str = formatcp!(
    "hashtextextended(concat_ws('|', thread.version, ca.archived_at is not null, ca.paused_at is not null, {OPENS}), 0)"
);

/// The same with who holds it and the opt-out.
pub(super) const SHOWN: &str =
    formatcp!("hashtextextended(concat_ws('|', {PAGE_VERSION}, cv.opted_out, cv.assigned_to), 0)");

/// `$1` organization, `$2` clock, `$3` the viewer, `$4` conversation, `$5` whether they may see any.
pub(crate) const SHOWN_NOW: &str = formatcp!(
    "select cv.campaign_id, {SHOWN} as version
       from {JUDGED_TABLES}
      {THREAD_VERSION}
      where cv.organization_id = $1 and cv.id = $4
        and ($5 or cv.assigned_to = $3 or {HELD_BEFORE})"
);

#[derive(sqlx::FromRow)]
struct Row {
    campaign_id: i64,
    version: i64,
}

/// What there is to be shown of a conversation at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// The campaign that it is on.
    pub campaign: CampaignId,
    /// As in [`app::domain::ConversationView::shown`].
    pub version: i64,
}

/// What there is to be shown of it now; none if the viewer may not see it.
#[tracing::instrument(name = "db.conversation.shown", skip_all, fields(%id))]
pub(super) async fn shown(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<Option<Shown>, StoreError> {
    let row: Option<Row> = sqlx::query_as(SHOWN_NOW)
        .bind(viewer.organization.0)
        .bind(store.clock.pinned())
        .bind(viewer.member.0)
        .bind(id.0)
        .bind(viewer.role >= Role::Supervolunteer)
        .fetch_optional(&store.pool)
        .await?;
    Ok(row.map(|row| Shown {
        campaign: CampaignId(row.campaign_id),
        version: row.version,
    }))
}
