//! The walks of Message Review: each finds a page in the order of the list, from the index that its filter chooses.

use super::conditions::CONDITIONS;
use const_format::formatcp;

/// A walk over what `$from` names `cv`, in the order of the list. The parameters are those of the conditions.
macro_rules! walk {
    ($from:expr) => {
        formatcp!(
            "select cv.id
               from {FROM}
              where {CONDITIONS}
              order by cv.id desc
              limit $5",
            FROM = $from
        )
    };
}

/// Two indexes, each in the order of the list, of which the planner makes one.
const OF_STATUS: &str = "(select * from conversation held
                           where held.organization_id = $1 and held.assigned_to is not null
                             and held.status = $9::text::conversation_status
                           union all
                          select * from conversation unheld
                           where unheld.organization_id = $1 and unheld.assigned_to is null
                             and unheld.status = $9::text::conversation_status) cv";

/// The same index, once for each status.
const OF_NOBODY: &str = "(select * from conversation cv
                           where cv.organization_id = $1 and cv.assigned_to is null and cv.status = 'needs_message'
                           union all
                          select * from conversation cv
                           where cv.organization_id = $1 and cv.assigned_to is null and cv.status = 'messaged'
                           union all
                          select * from conversation cv
                           where cv.organization_id = $1 and cv.assigned_to is null and cv.status = 'needs_response'
                           union all
                          select * from conversation cv
                           where cv.organization_id = $1 and cv.assigned_to is null and cv.status = 'convo'
                           union all
                          select * from conversation cv
                           where cv.organization_id = $1 and cv.assigned_to is null and cv.status = 'closed') cv";

/// All conversations, by the primary key.
pub(crate) const EVERY: &str = walk!("conversation cv");

/// Those with a status, by `conversation_held_by_status` and `conversation_unheld`.
pub(crate) const BY_STATUS: &str = walk!(OF_STATUS);

/// Those that nobody holds, by `conversation_unheld`.
pub(crate) const BY_NOBODY: &str = walk!(OF_NOBODY);

/// Those that nobody holds, with a status, by `conversation_unheld`.
pub(crate) const BY_NOBODY_AND_STATUS: &str = walk!(
    "(select * from conversation cv
       where cv.organization_id = $1 and cv.assigned_to is null
         and cv.status = $9::text::conversation_status) cv"
);

/// Those of a member, by `conversation_held_by_member`.
pub(crate) const BY_MEMBER: &str = walk!(
    "(select * from conversation cv where cv.organization_id = $1 and cv.assigned_to = $7) cv"
);

/// Those of a campaign, by `contact_by_campaign`.
pub(crate) const BY_CAMPAIGN: &str = formatcp!(
    "select cv.id
       from contact listed
       join conversation cv on cv.organization_id = $1 and cv.id = listed.id
      where listed.organization_id = $1
        and listed.campaign_id = $6
        and listed.id < coalesce($4::bigint, 9223372036854775807)
        and {CONDITIONS}
      order by listed.id desc
      limit $5"
);

/// Those of `$17`, by the primary key.
pub(crate) const OF_FOUND: &str = walk!(
    "unnest($17::bigint[]) found (id)
      join conversation cv on cv.organization_id = $1 and cv.id = found.id"
);
