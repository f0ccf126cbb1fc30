//! The walks of Message Review: each lists conversations in the order of the list, from the index that its filter chooses.
//!
//! They filter by nothing else, so that each reads as many entries as it gives, whatever the planner thinks of the other
//! filters: what they list is held against those by [`OF_FOUND`].

use super::conditions::CONDITIONS;
use const_format::formatcp;

/// SQL over an id: it comes after `$2`, if there is one.
const AFTER: &str = "< coalesce($2::bigint, 9223372036854775807)";

/// The entries of one status and holder, the highest id first, by an index that has these three in this order.
macro_rules! of_status {
    ($holder:expr, $status:literal) => {
        formatcp!(
            "(select cv.id
               from conversation cv
              where cv.organization_id = $1
                and {HOLDER}
                and cv.status = {STATUS}
                and cv.id {AFTER}
              order by cv.id desc
              limit $3)",
            HOLDER = $holder,
            STATUS = $status
        )
    };
}

/// SQL over a conversation `cv`: the member `$4` holds it, or nobody, if that is 0.
const OF_HOLDER: &str = "coalesce(cv.assigned_to, 0) = $4::bigint";

/// All conversations. `$1` organization, `$2` the conversation after which it begins, `$3` how many. By the primary key.
pub(crate) const EVERY: &str = formatcp!(
    "select cv.id
       from conversation cv
      where cv.organization_id = $1 and cv.id {AFTER}
      order by cv.id desc
      limit $3"
);

/// Those of the campaign `$4`; the others as in [`EVERY`]. By `contact_by_campaign`.
pub(crate) const BY_CAMPAIGN: &str = formatcp!(
    "select co.id
       from contact co
      where co.organization_id = $1 and co.campaign_id = $4 and co.id {AFTER}
      order by co.id desc
      limit $3"
);

/// Those of the member `$4`, or of nobody, if that is 0; the others as in [`EVERY`]. An index has the order of the list
/// within a status alone, and of all together the planner would sort what they hold. By `conversation_by_holder`.
pub(crate) const BY_HOLDER: &str = formatcp!(
    "select walked.id
       from unnest(enum_range(null::conversation_status)) each (status)
      cross join lateral {OF_STATUS} walked
      order by walked.id desc
      limit $3",
    OF_STATUS = of_status!(OF_HOLDER, "each.status")
);

/// The same, of the status `$5`. By `conversation_by_holder`.
pub(crate) const BY_HOLDER_AND_STATUS: &str = formatcp!(
    "{OF_STATUS}",
    OF_STATUS = of_status!(OF_HOLDER, "$5::text::conversation_status")
);

/// Those with the status `$4`; the others as in [`EVERY`]. By `conversation_held_by_status` and `conversation_by_holder`.
pub(crate) const BY_STATUS: &str = formatcp!(
    "select walked.id
       from ({HELD}
             union all
             {UNHELD}) walked
      order by walked.id desc
      limit $3",
    HELD = of_status!(
        "cv.assigned_to is not null",
        "$4::text::conversation_status"
    ),
    UNHELD = of_status!(
        "coalesce(cv.assigned_to, 0) = 0",
        "$4::text::conversation_status"
    )
);

/// Those of `$17` that all filters find, in the order of the list. The parameters are those of the conditions. By the
/// primary key.
pub(crate) const OF_FOUND: &str = formatcp!(
    "select cv.id
       from unnest($17::bigint[]) found (id)
       join conversation cv on cv.organization_id = $1 and cv.id = found.id
      where {CONDITIONS}
      order by cv.id desc
      limit $5"
);
