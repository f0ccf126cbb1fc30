//! What may be handed out, and when.

use super::held::{CAMPAIGN_OPEN, IN_POOL};
use super::hours::{OPEN_LONG_ENOUGH_FOR_INITIALS, OPEN_LONG_ENOUGH_TO_REPLY};
use const_format::formatcp;

/// An initial that nobody holds.
const INITIAL_IN_POOL: &str = "cv.status = 'needs_message' and cv.assigned_to is null";

/// Replies that nobody has and a pool may hand out, as far as the conversation decides. Who carries escalation tags is
/// not among them; see [`ESCALATED_REPLIES`].
pub(crate) const POOLED_REPLIES: &str =
    formatcp!("{IN_POOL} and not cv.opted_out and not cv.escalated");
/// Initials that nobody has and a pool may hand out, as far as the conversation decides.
pub(crate) const POOLED_INITIALS: &str =
    formatcp!("{INITIAL_IN_POOL} and not cv.opted_out and not cv.escalated");

/// Replies that carry escalation tags and nobody has, so that only some may be given them.
pub(crate) const ESCALATED_REPLIES: &str =
    formatcp!("{IN_POOL} and not cv.opted_out and cv.escalated");
/// Initials that carry escalation tags and nobody has.
pub(crate) const ESCALATED_INITIALS: &str =
    formatcp!("{INITIAL_IN_POOL} and not cv.opted_out and cv.escalated");

/// Somebody holds all of its escalation tags. `$held` is a query of the tags that they hold.
macro_rules! tags_held {
    ($held:literal) => {
        const_format::formatcp!(
            "not exists (select from conversation_tag ct
                           join tag on tag.organization_id = ct.organization_id and tag.id = ct.tag_id
                          where ct.organization_id = cv.organization_id and ct.conversation_id = cv.id
                            and tag.escalation
                            and tag.id not in ({held}))",
            held = $held
        )
    };
}
pub(crate) use tags_held;

/// The campaign `ca` is one of those that the pool `p` draws from.
pub(crate) const DRAWN_FROM: &str = formatcp!(
    "{CAMPAIGN_OPEN}
     and ca.auto_assign
     and {ASSIGNED_TO_POOL}"
);

/// Whether the pool `p` would draw from the campaign `ca`, were it open and auto-assigned.
pub(crate) const ASSIGNED_TO_POOL: &str = "case when p.team_id is null then not ca.team_restricted
          else exists (select from team_campaign tc
                        where tc.organization_id = ca.organization_id
                          and tc.team_id = p.team_id and tc.campaign_id = ca.id)
     end";

/// Somebody may request from the pool `p`: General is everybody's, a team's needs a member who may be given
/// something.
pub(crate) const HAS_TAKERS: &str = "(p.team_id is null
      or exists (select from team_member tm
                   join member m on m.organization_id = tm.organization_id and m.id = tm.member_id
                  where tm.organization_id = p.organization_id and tm.team_id = p.team_id
                    and m.role <> 'suspended' and m.approval_level <> 'not_allowed'))";

/// Whether now is a time at which a pool hands out the replies that lie in the zone `zone`: there is time left to
/// send an answer within the texting hours.
pub(crate) const REPLIES_TIME_TO_SEND: &str = OPEN_LONG_ENOUGH_TO_REPLY;
/// Whether the due date of the campaign is not over yet where the contact is.
const NOT_PAST_DUE_DATE: &str = "(ca.due_on is null or zone.today <= ca.due_on)";
/// Whether it is over: initials are not handed out after it.
pub(crate) const PAST_DUE_DATE: &str = formatcp!("not {NOT_PAST_DUE_DATE}");
/// Whether now is a time at which a pool hands out initials: there is time left to send them, and they are not past
/// the due date.
pub(crate) const INITIALS_TIME_TO_SEND: &str =
    formatcp!("({OPEN_LONG_ENOUGH_FOR_INITIALS} and {NOT_PAST_DUE_DATE})");
