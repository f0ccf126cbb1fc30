//! Handing out: one atomic step.

use super::places::{awake, places, pooled_in};
use crate::store::StoreError;
use crate::store::idle::{drawn_from, escalated_reply, now, time_to_send, zones};
use app::domain::{CampaignId, MemberId, OrganizationId, PoolId, PoolKind, RequestCut, RequestId};
use chrono::{DateTime, Utc};
use sqlx::PgConnection;

/// How many more than are wanted are looked at, so that those that others are just taking can be passed
/// over: as many as some forty requests of 25 take at once.
const SLACK: i32 = 1_000;

/// Which of the pool are handed out, in their order, that this texter did not lose before (or with the
/// other word, those that they did): `id` and what the order hangs on.
///
/// The first `$4` in the order lie in the `$4` places whose own first comes first; of each of these the
/// first `$4` are looked at. The slack is spread over all places, those behind them too: where each holds
/// one or two, what others are just taking is the whole of the first places. Those with an escalation tag
/// are few, and have an index of their own.
macro_rules! in_order {
    (replies, $whose:literal, $order:literal) => {
        concat!(
            in_order!(@places replies, $whose, "first.waiting_since, first.id", "cv.waiting_since, cv.id"),
            "
             union all
             (select cv.id, cv.waiting_since, null::date, null::timestamptz, null::bigint
                from drawn ca
                join conversation cv on cv.organization_id = $1 and cv.campaign_id = ca.id
                join zone on zone.id = coalesce(cv.time_zone_id, ca.time_zone_id)
               where exists (select from held_tag)
                 and ",
            escalated_reply!("select tag_id from held_tag"),
            "
                 and ",
            time_to_send!(replies),
            "
                 and cv.released_from ",
            $whose,
            " $3
               order by cv.waiting_since, cv.id
               limit $4 + $8)
             order by ",
            $order
        )
    };
    (initials, $whose:literal, $order:literal) => {
        concat!(
            in_order!(@places initials, $whose,
                      "awake.due_on nulls last, awake.started_at, awake.campaign_id, first.id", "cv.id"),
            "
             order by ",
            $order
        )
    };
    (@places $kind:ident, $whose:literal, $by_place:literal, $within:literal) => {
        concat!(
            "select one.id, one.waiting_since, head.due_on, head.started_at, head.campaign_id
               from (select awake.*, row_number() over (order by ",
            $by_place,
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
            $by_place,
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

/// Takes them one after the other, passing over those that somebody else is taking, until there are
/// enough. The subquery of `$which` comes in its order, and the lateral one locks a row at a time: sorting
/// what is locked would lock all of it.
macro_rules! locked {
    ($kind:literal, $which:expr, $enough:literal) => {
        concat!(
            "select cv.id
               from (",
            $which,
            ") wanted
              cross join lateral (select cv.id
                                    from conversation cv
                                   where cv.organization_id = $1 and cv.id = wanted.id
                                     and cv.assigned_to is null and not cv.opted_out
                                     and cv.status = '",
            $kind,
            "'
                                     for update skip locked) cv
              limit ",
            $enough
        )
    };
}

/// `$1` organization, `$2` clock, `$3` the texter, `$4` how many, `$5` the pool, `$6` the request, `$7` who
/// decided, `$8` the slack, `$9` what cut the number down.
///
/// What was released from the texter comes last, and only if nobody else's is left: they had their chance.
/// The look for it does not begin if enough of the others was found.
///
/// `skip locked`: two requests at once take different conversations instead of waiting for each other. The
/// lock, the second look at the row and the change are in one statement, so nothing is handed out twice;
/// and the audit and the request are written with it or not at all. A request that waits for approval
/// stays as it is if there is nothing, one that is filled at once ends.
macro_rules! hand_out {
    ($kind:ident, $status:literal, $order:literal) => {
        concat!(
            "with recursive zone as materialized (
                 select * from ",
            zones!(),
            " zone
             ), held_tag as materialized (
                 select tt.tag_id
                   from team_member tm
                   join team_tag tt on tt.organization_id = tm.organization_id and tt.team_id = tm.team_id
                  where tm.organization_id = $1 and tm.member_id = $3
             ), drawn as materialized (
                 select ca.*
                   from pool p
                   join campaign ca on ca.organization_id = p.organization_id
                  where p.organization_id = $1 and p.id = $5
                    and ",
            drawn_from!(),
            "
             ), ",
            places!($kind),
            ", ",
            awake!($kind),
            ", others as materialized (
                 ",
            locked!(
                $status,
                in_order!($kind, "is distinct from", $order),
                "$4"
            ),
            "
             ), lost_before as materialized (
                 ",
            locked!(
                $status,
                concat!(
                    "select * from (",
                    in_order!($kind, "=", $order),
                    ") own where (select count(*) from others) < $4"
                ),
                "$4 - (select count(*) from others)"
            ),
            "
             ), chosen as (
                 select id from others union all select id from lost_before
             ), taken as (
                 update conversation cv
                    set assigned_to = $3,
                        held_since = ",
            now!(),
            ",
                        lease_epoch = cv.lease_epoch + 1
                   from chosen
                  where cv.organization_id = $1
                    and cv.id = chosen.id
                    and cv.assigned_to is null
                 returning cv.id, cv.campaign_id, cv.lease_epoch, cv.released_from
             ), filled as (
                 update assignment_request r
                    set assigned = got.n,
                        state = case when got.n > 0 then 'assigned' else 'nothing' end::request_state,
                        cut_by = $9::text::request_cut,
                        decided_by = nullif($7, $3),
                        decided_at = ",
            now!(),
            "
                   from (select count(*) as n from taken) got
                  where r.organization_id = $1 and r.id = $6 and r.state = 'pending'
                    and (got.n > 0 or $7 = $3)
             ), audit as (
                 insert into assignment_event
                        (organization_id, reason, conversation_ids, previous_holders, lease_epochs,
                         new_holder, actor_id, request_id, happened_at)
                 select $1, 'requested', array_agg(id order by id),
                        array_fill(null::bigint, array[count(*)::int]), array_agg(lease_epoch order by id),
                        $3, $7, $6, ",
            now!(),
            "
                   from taken
                 having count(*) > 0
             )
             select campaign_id, count(*), array_remove(array_agg(distinct released_from), null)
               from taken group by campaign_id"
        )
    };
}

const REPLIES: &str = hand_out!(replies, "needs_response", "waiting_since, id");
const INITIALS: &str = hand_out!(
    initials,
    "needs_message",
    "due_on nulls last, started_at, campaign_id, id"
);

/// The statement for a kind of pool.
pub(in crate::store) fn statement(kind: PoolKind) -> &'static str {
    match kind {
        PoolKind::Replies => REPLIES,
        PoolKind::Initials => INITIALS,
    }
}

/// A request that is to be filled; its row is there, and pending.
#[derive(Debug, Clone, Copy)]
pub(super) struct Request {
    pub organization: OrganizationId,
    pub id: RequestId,
    pub texter: MemberId,
    pub pool: PoolId,
    pub kind: PoolKind,
    /// At least one.
    pub wanted: i32,
    /// What cut this number down, if anything did.
    pub cut: Option<RequestCut>,
    /// Who decided on it: the texter, where nobody has to.
    pub decided_by: MemberId,
}

/// What was handed out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct HandedOut {
    /// How many.
    pub assigned: u32,
    /// On which campaigns.
    pub campaigns: Vec<CampaignId>,
    /// Who had lost some of them. They may still be writing, and can send nothing any more.
    pub before: Vec<MemberId>,
}

/// Fills a request as far as can be, in the caller's transaction.
#[tracing::instrument(name = "db.request.hand_out", skip_all)]
pub(super) async fn hand_out(
    tx: &mut PgConnection,
    clock: Option<DateTime<Utc>>,
    request: &Request,
) -> Result<HandedOut, StoreError> {
    let taken: Vec<(i64, i64, Vec<i64>)> = sqlx::query_as(statement(request.kind))
        .bind(request.organization.0)
        .bind(clock)
        .bind(request.texter.0)
        .bind(request.wanted)
        .bind(request.pool.0)
        .bind(request.id.0)
        .bind(request.decided_by.0)
        .bind(SLACK)
        .bind(request.cut.map(RequestCut::as_str))
        .fetch_all(tx)
        .await?;
    Ok(HandedOut {
        assigned: taken
            .iter()
            .map(|(_, rows, _)| crate::store::campaigns::clamp(*rows))
            .sum(),
        campaigns: taken.iter().map(|row| CampaignId(row.0)).collect(),
        before: taken
            .into_iter()
            .flat_map(|(.., before)| before)
            .map(MemberId)
            .collect(),
    })
}
