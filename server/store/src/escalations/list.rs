//! The list of escalated conversations that nobody has, and their number.

use crate::conversations::last_names::SEES_LAST_NAMES;
use crate::count::clamp;
use crate::rules::{
    CAMPAIGN_LAUNCHED, ESCALATED_IN_POOL, ESCALATED_SINCE, MEMBER_HOLDS_TAGS, OPEN_TO_MEMBER,
};
use crate::{Store, StoreError};
use app::domain::{
    ConversationId, EscalatedConversation, EscalatedKey, MAX_ESCALATED, Role, Viewer,
};
use chrono::{DateTime, Utc};
use const_format::formatcp;

/// The query `place`, the campaigns with such conversations. `$1` organization, `$2` whether the viewer sees all, `$3` the
/// viewer.
///
/// By `conversation_escalated`: it steps from campaign to campaign, because archived ones may have left many. Who has no
/// escalation tag to handle reads none of it.
const PLACE: &str = formatcp!(
    "place as (
         (select cv.campaign_id
            from conversation cv
           where cv.organization_id = $1
             and {ESCALATED_IN_POOL}
             and ($2
                  or exists (select from team_member tm
                               join team_tag tt on tt.organization_id = tm.organization_id
                                               and tt.team_id = tm.team_id
                              where tm.organization_id = $1 and tm.member_id = $3))
           order by cv.campaign_id
           limit 1)
         union all
         select (select cv.campaign_id
                   from conversation cv
                  where cv.organization_id = $1
                    and {ESCALATED_IN_POOL}
                    and cv.campaign_id > place.campaign_id
                  order by cv.campaign_id
                  limit 1)
           from place
          where place.campaign_id is not null
     )"
);

/// The viewer sees conversations of the campaign `ca`.
const CAMPAIGN_VISIBLE: &str = formatcp!("{CAMPAIGN_LAUNCHED} and ($2 or {OPEN_TO_MEMBER})");

/// The conversation `cv` is one of those of the campaign `ca` that the viewer sees. Parameters as of [`PLACE`]; `$4` and
/// `$5` the key after which it begins, if there is one.
///
/// For who does not see all it can begin at what carries a tag of theirs, by `conversation_tag_carriers`: what other teams
/// handle may be much more.
const VISIBLE: &str = formatcp!(
    "cv.organization_id = $1
     and cv.campaign_id = ca.id
     and {ESCALATED_IN_POOL}
     and ($4::timestamptz is null or ({ESCALATED_SINCE}, cv.id) > ($4, $5::bigint))
     and ($2 or cv.id in (select ct.conversation_id
                            from team_member tm
                            join team_tag tt on tt.organization_id = tm.organization_id and tt.team_id = tm.team_id
                            join conversation_tag ct on ct.organization_id = tt.organization_id
                                                    and ct.tag_id = tt.tag_id
                           where tm.organization_id = $1 and tm.member_id = $3))
     and ($2 or {MEMBER_HOLDS_TAGS})"
);

/// A page, read from at most a page of each campaign. Parameters as of [`VISIBLE`]; `$6` how many.
pub(crate) const LIST: &str = formatcp!(
    "with recursive {PLACE}, waiting as (
         select one.*
           from place
           join campaign ca on ca.organization_id = $1 and ca.id = place.campaign_id
          cross join lateral (select cv.id, cv.campaign_id, cv.escalated_by, {ESCALATED_SINCE} as since,
                                     {MEMBER_HOLDS_TAGS} and {OPEN_TO_MEMBER} as may_take
                                from conversation cv
                               where {VISIBLE}
                               order by {ESCALATED_SINCE}, cv.id
                               limit $6) one
          where {CAMPAIGN_VISIBLE}
          order by one.since, one.id
          limit $6
     )
     select waiting.id, waiting.since, waiting.may_take, ca.title as campaign_title, a.name as by,
            concat_ws(' ', co.first_name, case when {SEES_LAST_NAMES} then co.last_name end) as contact,
            array(select t.title
                    from conversation_tag ct
                    join tag t on t.organization_id = ct.organization_id and t.id = ct.tag_id
                   where ct.organization_id = $1 and ct.conversation_id = waiting.id and t.escalation
                   order by lower(t.title collate \"und-x-icu\")) as tags
       from waiting
       join campaign ca on ca.organization_id = $1 and ca.id = waiting.campaign_id
       join contact co on co.organization_id = $1 and co.id = waiting.id
       left join member m on m.organization_id = $1 and m.id = waiting.escalated_by
       left join account a on a.id = m.account_id
      order by waiting.since, waiting.id"
);

/// How many, in no order, so that it ends at the limit. Its parameters are those of [`LIST`].
pub(crate) const COUNT: &str = formatcp!(
    "with recursive {PLACE}
     select count(*)
       from (select one.id
               from place
               join campaign ca on ca.organization_id = $1 and ca.id = place.campaign_id
              cross join lateral (select cv.id
                                    from conversation cv
                                   where {VISIBLE}
                                   limit $6) one
              where {CAMPAIGN_VISIBLE}
              limit $6) waiting"
);

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    since: DateTime<Utc>,
    may_take: bool,
    campaign_title: String,
    by: Option<String>,
    contact: String,
    tags: Vec<String>,
}

/// Those that the viewer sees, the longest waiting first, after a key.
#[tracing::instrument(name = "db.conversation.escalated", skip_all)]
pub(super) async fn escalated(
    store: &Store,
    viewer: &Viewer,
    after: Option<EscalatedKey>,
    limit: u32,
) -> Result<Vec<EscalatedConversation>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(LIST)
        .bind(viewer.organization.0)
        .bind(viewer.role >= Role::Admin)
        .bind(viewer.member.0)
        .bind(after.map(|after| after.since))
        .bind(after.map(|after| after.id.0))
        .bind(i64::from(limit))
        .fetch_all(&store.pool)
        .await?;
    let conversation = |row: Row| EscalatedConversation {
        key: EscalatedKey {
            since: row.since,
            id: ConversationId(row.id),
        },
        contact: row.contact.trim().to_owned(),
        campaign_title: row.campaign_title,
        tags: row.tags,
        by: row.by,
        may_take: row.may_take,
    };
    Ok(rows.into_iter().map(conversation).collect())
}

/// How many the viewer sees, up to [`MAX_ESCALATED`].
#[tracing::instrument(name = "db.conversation.count_escalated", skip_all)]
pub(super) async fn count(store: &Store, viewer: &Viewer) -> Result<u32, StoreError> {
    let count: i64 = sqlx::query_scalar(COUNT)
        .bind(viewer.organization.0)
        .bind(viewer.role >= Role::Admin)
        .bind(viewer.member.0)
        .bind(None::<DateTime<Utc>>)
        .bind(None::<i64>)
        .bind(i64::from(MAX_ESCALATED))
        .fetch_one(&store.pool)
        .await?;
    Ok(clamp(count))
}
