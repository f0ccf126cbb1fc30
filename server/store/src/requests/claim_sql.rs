//! What the statements that hand out have in common: they pass over what others are just taking, lock what they
//! take, and write it down.
//!
//! `skip locked`: two requests at once take different conversations instead of waiting for each other. The
//! lock, the second look at the row and the change are in one statement, so nothing is handed out twice; and
//! the audit is written with it or not at all.
//!
//! `$1` organization, `$2` clock, `$3` the texter, `$4` how many, `$5` the pool, `$6` the request, `$7` who
//! decided, `$8` how many more are looked at than are wanted.

use crate::rules::{DRAWN_FROM, NOW, ZONES};
use const_format::formatcp;

/// The queries `zone` and `drawn`: the zones, and the campaigns that the pool draws from.
pub(super) const SOURCES: &str = formatcp!(
    "zone as materialized (
         select * from {ZONES} zone
     ), drawn as materialized (
         select ca.*
           from pool p
           join campaign ca on ca.organization_id = p.organization_id
          where p.organization_id = $1 and p.id = $5
            and {DRAWN_FROM}
     )"
);

/// Locks, for each kind of pool, what `$wanted` (id, escalated) names, one after the other, passing over those that
/// somebody else is taking, until there are enough. `$wanted` comes in its order, and the lateral query locks a row
/// at a time: sorting what is locked would lock all of it. What was found to be for everybody must still be so.
///
/// `escalated` must be a column of `$wanted`, not a word: no index of the pool may answer for the row, or each
/// would be looked for from the head of the pool on. Plans are made when the pool is empty.
///
/// Its lock is that of the change itself. A stronger one would pass over whose contact is just writing again.
macro_rules! lock_wanted {
    ($wanted:expr, $enough:literal) => {
        $crate::rules::by_kind!(
            "select cv.id
               from {WANTED} wanted
              cross join lateral (select cv.id
                                    from conversation cv
                                   where cv.organization_id = $1 and cv.id = wanted.id
                                     and cv.assigned_to is null and not cv.opted_out
                                     and (wanted.escalated or not cv.escalated)
                                     and cv.status = '{STATUS}'
                                     for no key update skip locked) cv
              limit {ENOUGH}";
            WANTED = $wanted,
            ENOUGH = $enough
        )
    };
}
pub(super) use lock_wanted;

/// The queries `taken` and `audit`: those of `chosen` (id) go to the texter.
pub(super) const TAKE: &str = formatcp!(
    "taken as (
         update conversation cv
            set assigned_to = $3,
                held_since = {NOW},
                lease_epoch = cv.lease_epoch + 1
           from chosen
          where cv.organization_id = $1
            and cv.id = chosen.id
            and cv.assigned_to is null
         returning cv.id, cv.campaign_id, cv.lease_epoch, cv.released_from
     ), audit as (
         insert into assignment_event
                (organization_id, reason, conversation_ids, previous_holders, lease_epochs,
                 new_holder, actor_id, request_id, happened_at)
         select $1, 'requested', array_agg(id order by id),
                array_fill(null::bigint, array[count(*)::int]), array_agg(lease_epoch order by id),
                $3, $7, $6, {NOW}
           from taken
         having count(*) > 0
     )"
);

/// Behind how many were looked at, the other columns of the one row: how many were taken; on which campaigns; and
/// who had lost some of them.
pub(super) const TAKEN: &str =
    "(select count(*) from taken) as assigned, array(select distinct campaign_id from taken) as campaigns,
     array(select distinct released_from from taken where released_from is not null) as losers";
