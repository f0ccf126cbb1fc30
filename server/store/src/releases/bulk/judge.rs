//! What a bulk action leaves alone, and why: for its count, and once more when it is carried out.

use crate::rules::{CAMPAIGN_LAUNCHED, MEMBER_HOLDS_TAGS, OPEN_TO_MEMBER};
use app::domain::BulkChange;
use const_format::formatcp;

/// SQL over a conversation `cv` and its campaign `ca`: why it is not given to the member `$3`; null if it is. It has to be
/// one that a hand-out could give them.
pub(super) const NOT_REASSIGNED: &str = formatcp!(
    "case when cv.assigned_to = $3 then 'already_theirs'
          when not ({CAMPAIGN_LAUNCHED}) then 'campaign_closed'
          when ca.paused_at is not null then 'campaign_paused'
          when cv.opted_out then 'opted_out'
          when not {OPEN_TO_MEMBER} then 'other_teams'
          when cv.escalated and not {MEMBER_HOLDS_TAGS} then 'escalated'
     end"
);

/// The same: why it is not taken from its texter. What a release never takes stays.
pub(super) const NOT_UNASSIGNED: &str = formatcp!(
    "case when cv.assigned_to is null then 'with_nobody'
          when not ({CAMPAIGN_LAUNCHED}) then 'campaign_closed'
          when ca.paused_at is not null then 'campaign_paused'
          when cv.opted_out then 'opted_out'
          when cv.escalated then 'escalated'
     end"
);

/// SQL over a conversation `cv`: it carries the tag `$3`.
const TAGGED: &str = "exists (select from conversation_tag ct
              where ct.organization_id = cv.organization_id and ct.conversation_id = cv.id and ct.tag_id = $3)";

/// The same: why it does not get the tag `$3`.
pub(super) const NOT_TO_TAG: &str = formatcp!("case when {TAGGED} then 'already_tagged' end");

/// The same: why it does not lose the tag `$3`.
pub(super) const NOT_TO_UNTAG: &str = formatcp!("case when not {TAGGED} then 'not_tagged' end");

/// The same: why it is not closed, as by hand.
pub(super) const NOT_CLOSED: &str = "case when cv.opted_out then 'opted_out'
          when cv.status = 'closed' then 'already_closed'
          when cv.status = 'needs_message' then 'not_messaged'
     end";

/// The same: why its contact is not opted out.
pub(super) const NOT_OPTED_OUT: &str = "case when cv.opted_out then 'opted_out' end";

/// SQL over a conversation `cv`: the tag `$3` takes it from its texter, because it is another team's to handle.
pub(super) const TAG_TAKES_IT: &str = "(cv.assigned_to is not null
      and not cv.opted_out
      and exists (select from tag t
                   where t.organization_id = cv.organization_id and t.id = $3 and t.escalation)
      and not exists (select from team_tag tt
                        join team_member tm on tm.organization_id = tt.organization_id and tm.team_id = tt.team_id
                       where tt.organization_id = cv.organization_id
                         and tt.tag_id = $3
                         and tm.member_id = cv.assigned_to))";

/// SQL over a conversation `cv`: the last message of its thread; 0 = there is none. By `message_thread`.
pub(super) const LAST_MESSAGE: &str = "coalesce((select max(m.id) from message m
               where m.organization_id = cv.organization_id and m.conversation_id = cv.id), 0)";

/// `$1` organization, `$2` the conversations, `$3` the member or the tag. `$because`: why each is left alone; `$loses`:
/// whether its texter loses it.
macro_rules! judge {
    ($because:expr, $loses:expr) => {
        formatcp!(
            "select cv.id, cv.lease_epoch, {LAST_MESSAGE} as last_message, {BECAUSE} as because,
                    case when {LOSES} then cv.assigned_to end as loser
               from unnest($2::bigint[]) listed (id)
               join conversation cv on cv.organization_id = $1 and cv.id = listed.id
               join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
              cross join (select $3::bigint as id) about
              order by cv.id",
            BECAUSE = $because,
            LOSES = $loses
        )
    };
}

const IS_HELD: &str = "cv.assigned_to is not null";
const NOBODY_LOSES: &str = "false";

pub(crate) const REASSIGN: &str = judge!(NOT_REASSIGNED, IS_HELD);
pub(crate) const UNASSIGN: &str = judge!(NOT_UNASSIGNED, IS_HELD);
pub(crate) const ADD_TAG: &str = judge!(NOT_TO_TAG, TAG_TAKES_IT);
pub(crate) const REMOVE_TAG: &str = judge!(NOT_TO_UNTAG, NOBODY_LOSES);
pub(crate) const CLOSE: &str = judge!(NOT_CLOSED, NOBODY_LOSES);
pub(crate) const OPT_OUT: &str = judge!(NOT_OPTED_OUT, NOBODY_LOSES);

/// The statement that judges conversations for a change.
pub(super) fn statement(change: BulkChange) -> &'static str {
    match change {
        BulkChange::Reassign(_) => REASSIGN,
        BulkChange::Unassign => UNASSIGN,
        BulkChange::AddTag(_) => ADD_TAG,
        BulkChange::RemoveTag(_) => REMOVE_TAG,
        BulkChange::Close => CLOSE,
        BulkChange::OptOut => OPT_OUT,
    }
}

/// What `$3` is.
pub(super) fn about(change: BulkChange) -> Option<i64> {
    let member = change.member().map(|member| member.0);
    member.or(change.tag().map(|tag| tag.0))
}

/// A conversation as it was when it was counted.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Judged {
    pub id: i64,
    pub lease_epoch: i32,
    pub last_message: i64,
    /// Why it is left alone.
    pub because: Option<String>,
    /// Who loses it, if it is changed.
    pub loser: Option<i64>,
}
