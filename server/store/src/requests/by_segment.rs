//! Handing out by segment: whatever lies in the pool, it finds the first of what may be given now.

use super::claim_sql::{SOURCES, TAKE, TAKEN, lock_wanted};
use super::segments::{AWAKE, POOLED_IN_AWAKE, SEGMENTS};
use crate::rules::{ByKind, by_kind, tags_held};

/// The order in which the pool is handed out.
const ORDER: ByKind = ByKind {
    replies: "waiting_since, id",
    initials: "due_on nulls last, started_at, campaign_id, id",
};
/// The same, of segments by the first of each.
const ORDER_OF_SEGMENTS: ByKind = ByKind {
    replies: "first.waiting_since, first.id",
    initials: "awake.due_on nulls last, awake.started_at, awake.campaign_id, first.id",
};
/// The same, within a segment.
const ORDER_WITHIN: ByKind = ByKind {
    replies: "cv.waiting_since, cv.id",
    initials: "cv.id",
};

/// The conversations `cv` of the segment `head` that a pool of this kind may hand out.
const POOLED_IN_HEAD: ByKind = by_kind!(
    "conversation cv
      where cv.organization_id = $1
        and cv.campaign_id = head.campaign_id
        and {POOLED}
        and coalesce(cv.time_zone_id, 0::smallint) = head.zone"
);

/// The texter holds all of its escalation tags.
const TAGS_HELD: &str = tags_held!("select tag_id from held_tag");

/// Which of the pool are handed out, in their order, that this texter did not lose before (or with the
/// other word, those that they did): `id`, whether it is `escalated`, and what the order hangs on.
///
/// The first `$4` in the order lie in the `$4` segments whose own first comes first; of each of these the
/// first `$4` are looked at. The slack is spread over all segments, those behind them too: where each holds
/// one or two, what others are just taking is the whole of the first segments. Those with an escalation tag
/// are few, and are looked for apart.
macro_rules! in_order {
    ($whose:literal) => {
        by_kind!(
            "select one.id, one.waiting_since, head.due_on, head.started_at, head.campaign_id, false as escalated
               from (select awake.*, row_number() over (order by {ORDER_OF_SEGMENTS}) as rank
                       from awake
                      cross join lateral (select cv.waiting_since, cv.id
                                            from {POOLED_IN_AWAKE}
                                             and cv.released_from {WHOSE} $3
                                           order by {ORDER_WITHIN}
                                           limit 1) first
                      order by {ORDER_OF_SEGMENTS}
                      limit $4 + $8) head
              cross join lateral (select cv.id, cv.waiting_since
                                    from {POOLED_IN_HEAD}
                                     and cv.released_from {WHOSE} $3
                                   order by {ORDER_WITHIN}
                                   limit case when head.rank <= $4 then $4 else 0 end
                                         + greatest(1, $8 / greatest(1, (select count(*) from awake)))) one
             union all
             (select cv.id, cv.waiting_since, ca.due_on, ca.started_at, ca.id as campaign_id, true as escalated
                from drawn ca
                join conversation cv on cv.organization_id = $1 and cv.campaign_id = ca.id
                join zone on zone.id = coalesce(cv.time_zone_id, ca.time_zone_id)
               where exists (select from held_tag)
                 and {ESCALATED}
                 and {TAGS_HELD}
                 and {TIME_TO_SEND}
                 and cv.released_from {WHOSE} $3
               order by {ORDER}
               limit $4 + $8)
             order by {ORDER}",
            ORDER, ORDER_OF_SEGMENTS, ORDER_WITHIN, POOLED_IN_AWAKE, POOLED_IN_HEAD;
            WHOSE = $whose
        )
    };
}

const OTHERS_IN_ORDER: ByKind = in_order!("is distinct from");
const OWN_IN_ORDER: ByKind = in_order!("=");
const OTHERS: ByKind = lock_wanted!("others_in_order", "$4");
const OWN: ByKind = lock_wanted!("own_in_order", "$4 - (select count(*) from others)");

/// The statement for a kind of pool. Its parameters are those of [`claim_sql`](super::claim_sql).
///
/// What was released from the texter comes last, and only if nobody else's is left: they had their chance. The
/// look for it does not begin if enough of the others was found.
pub(crate) const CLAIM: ByKind = by_kind!(
    "with recursive {SOURCES}, held_tag as materialized (
         select tt.tag_id
           from team_member tm
           join team_tag tt on tt.organization_id = tm.organization_id and tt.team_id = tm.team_id
          where tm.organization_id = $1 and tm.member_id = $3
     ), {SEGMENTS}, {AWAKE}, others_in_order as materialized (
         {OTHERS_IN_ORDER}
     ), others as materialized (
         {OTHERS}
     ), own_in_order as materialized (
         select * from ({OWN_IN_ORDER}) own where (select count(*) from others) < $4
     ), own as materialized (
         {OWN}
     ), chosen as (
         select id from others union all select id from own
     ), {TAKE}
     select (select count(*) from others_in_order) + (select count(*) from own_in_order) as seen,
            {TAKEN}",
    SEGMENTS,
    AWAKE,
    OTHERS_IN_ORDER,
    OTHERS,
    OWN_IN_ORDER,
    OWN
);
