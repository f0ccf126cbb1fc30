//! Escalated conversations that nobody has, one by one, as a member may take them.

use super::pooled::{INITIALS_TIME_TO_SEND, REPLIES_TIME_TO_SEND, tags_held};
use const_format::formatcp;

/// Somebody has something to do in it: to answer the contact, to text them first, or to look at what was escalated. What
/// was answered for the pool waits no more until the contact writes again.
const WAITING: &str =
    "(cv.status in ('needs_response', 'needs_message') or cv.escalated_by is not null)";

/// It carries escalation tags and waits, whoever has it.
pub(crate) const ESCALATED_AND_WAITING: &str =
    formatcp!("cv.escalated and not cv.opted_out and {WAITING}");

/// It carries escalation tags, nobody has it, and it waits. By `conversation_escalated`.
pub(crate) const ESCALATED_IN_POOL: &str =
    formatcp!("cv.escalated and cv.assigned_to is null and not cv.opted_out and {WAITING}");

/// Since when: whoever escalated it had it until then. What was never held has waited for longest.
pub(crate) const ESCALATED_SINCE: &str = "coalesce(cv.held_since, 'epoch'::timestamptz)";

/// The teams of the member `$3` hold all of its escalation tags.
pub(crate) const MEMBER_HOLDS_TAGS: &str = tags_held!(
    "select tt.tag_id
       from team_member tm
       join team_tag tt on tt.organization_id = tm.organization_id and tt.team_id = tm.team_id
      where tm.organization_id = $1 and tm.member_id = $3"
);

/// It carries escalation tags, and the teams of the member `$3` do not hold all of them: they may not be given it.
pub(crate) const ESCALATED_ELSEWHERE: &str =
    formatcp!("(cv.escalated and not {MEMBER_HOLDS_TAGS})");

/// The campaign `ca` is everybody's, or that of a team of the member `$3`.
pub(crate) const OPEN_TO_MEMBER: &str = "(not ca.team_restricted
     or exists (select from team_campaign tc
                  join team_member tm on tm.organization_id = tc.organization_id and tm.team_id = tc.team_id
                 where tc.organization_id = ca.organization_id
                   and tc.campaign_id = ca.id
                   and tm.member_id = $3))";

/// Whether now is a time at which such a conversation is handed out, by what is to be sent in it.
pub(crate) const ESCALATED_TIME_TO_SEND: &str = formatcp!(
    "case when cv.status = 'needs_message' then {INITIALS_TIME_TO_SEND} else {REPLIES_TIME_TO_SEND} end"
);
