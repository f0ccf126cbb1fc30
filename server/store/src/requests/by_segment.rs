//! Handing out by segment: whatever lies in the pool, it finds the first of what may be given now.

use super::claim_sql::{locked, sources, taken};
use super::segments::{awake, pooled_in, segments};
use crate::rules::{escalated, time_to_send};
use app::domain::PoolKind;

/// Which of the pool are handed out, in their order, that this texter did not lose before (or with the
/// other word, those that they did): `id`, whether it is `escalated`, and what the order hangs on.
///
/// The first `$4` in the order lie in the `$4` segments whose own first comes first; of each of these the
/// first `$4` are looked at. The slack is spread over all segments, those behind them too: where each holds
/// one or two, what others are just taking is the whole of the first segments. Those with an escalation tag
/// are few, and are looked for apart.
macro_rules! in_order {
    (replies, $whose:literal, $order:literal) => {
        in_order!(@both replies, $whose, $order, "first.waiting_since, first.id", "cv.waiting_since, cv.id")
    };
    (initials, $whose:literal, $order:literal) => {
        in_order!(@both initials, $whose, $order,
                  "awake.due_on nulls last, awake.started_at, awake.campaign_id, first.id", "cv.id")
    };
    (@both $kind:ident, $whose:literal, $order:literal, $order_of_segments:literal, $within:literal) => {
        concat!(
            in_order!(@segments $kind, $whose, $order_of_segments, $within),
            "
             union all
             (select cv.id, cv.waiting_since, ca.due_on, ca.started_at, ca.id as campaign_id, true as escalated
                from drawn ca
                join conversation cv on cv.organization_id = $1 and cv.campaign_id = ca.id
                join zone on zone.id = coalesce(cv.time_zone_id, ca.time_zone_id)
               where exists (select from held_tag)
                 and ",
            escalated!($kind, "select tag_id from held_tag"),
            "
                 and ",
            time_to_send!($kind),
            "
                 and cv.released_from ",
            $whose,
            " $3
               order by ",
            $order,
            "
               limit $4 + $8)
             order by ",
            $order
        )
    };
    (@segments $kind:ident, $whose:literal, $order_of_segments:literal, $within:literal) => {
        concat!(
            "select one.id, one.waiting_since, head.due_on, head.started_at, head.campaign_id, false as escalated
               from (select awake.*, row_number() over (order by ",
            $order_of_segments,
            ") as rank
                       from awake
                      cross join lateral (select cv.waiting_since, cv.id
                                            from ",
            pooled_in!($kind, "awake"),
            "
                                             and cv.released_from ",
            $whose,
            " $3
                                           order by ",
            $within,
            "
                                           limit 1) first
                      order by ",
            $order_of_segments,
            "
                      limit $4 + $8) head
              cross join lateral (select cv.id, cv.waiting_since
                                    from ",
            pooled_in!($kind, "head"),
            "
                                     and cv.released_from ",
            $whose,
            " $3
                                   order by ",
            $within,
            "
                                   limit case when head.rank <= $4 then $4 else 0 end
                                         + greatest(1, $8 / greatest(1, (select count(*) from awake)))) one"
        )
    };
}

/// What was released from the texter comes last, and only if nobody else's is left: they had their chance. The
/// look for it does not begin if enough of the others was found.
macro_rules! by_segment {
    ($kind:ident, $status:literal, $order:literal) => {
        concat!(
            "with recursive ",
            sources!(),
            ", held_tag as materialized (
                 select tt.tag_id
                   from team_member tm
                   join team_tag tt on tt.organization_id = tm.organization_id and tt.team_id = tm.team_id
                  where tm.organization_id = $1 and tm.member_id = $3
             ), ",
            segments!($kind),
            ", ",
            awake!($kind),
            ", others_in_order as materialized (
                 ",
            in_order!($kind, "is distinct from", $order),
            "
             ), others as materialized (
                 ",
            locked!($status, "others_in_order", "$4"),
            "
             ), own_in_order as materialized (
                 select * from (",
            in_order!($kind, "=", $order),
            ") own where (select count(*) from others) < $4
             ), own as materialized (
                 ",
            locked!(
                $status,
                "own_in_order",
                "$4 - (select count(*) from others)"
            ),
            "
             ), chosen as (
                 select id from others union all select id from own
             ), ",
            taken!("(select count(*) from others_in_order) + (select count(*) from own_in_order)")
        )
    };
}

pub(crate) const REPLIES: &str = by_segment!(replies, "needs_response", "waiting_since, id");
pub(crate) const INITIALS: &str = by_segment!(
    initials,
    "needs_message",
    "due_on nulls last, started_at, campaign_id, id"
);

/// The statement for a kind of pool.
pub(crate) fn statement(kind: PoolKind) -> &'static str {
    match kind {
        PoolKind::Replies => REPLIES,
        PoolKind::Initials => INITIALS,
    }
}
