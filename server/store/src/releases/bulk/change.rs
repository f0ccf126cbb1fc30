//! The changes of a bulk action in SQL, each one statement over a part whose rows are locked.
//!
//! `$1` organization, `$2` clock, `$3` the member or the tag, `$4` the conversations, `$5` the epoch of each when it was
//! counted, `$6` its last message then, `$7` who started it, `$8` the release.

use super::judge::{
    LAST_MESSAGE, NOT_CLOSED, NOT_REASSIGNED, NOT_TO_TAG, NOT_TO_UNTAG, NOT_UNASSIGNED,
    TAG_TAKES_IT,
};
use crate::rules::NOW;
use const_format::formatcp;

/// `seen`: what is still to be changed, as it is under the locks. `$unchanged`: what must not have changed since it was
/// counted; `$because`: why it would be left alone; `$lost`: whether its texter loses it.
macro_rules! seen {
    ($unchanged:expr, $because:expr, $lost:expr) => {
        formatcp!(
            "seen as materialized (
         select cv.id, cv.campaign_id, cv.assigned_to as holder, cv.status, cv.lease_epoch, cv.escalated_by,
                cv.held_since, part.last_message, {LOST} as is_lost
           from unnest($4::bigint[], $5::integer[], $6::bigint[]) part (id, epoch, last_message)
           join conversation cv on cv.organization_id = $1 and cv.id = part.id
           join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
          cross join (select $3::bigint as id) about
          where {UNCHANGED}
            and {BECAUSE} is null
     )",
            UNCHANGED = $unchanged,
            BECAUSE = $because,
            LOST = $lost
        )
    };
}

/// The rows of the audit for what `changed` has, of which `$which`. `$reason` is a word of it, and `$holder` the new holder.
/// `$columns` are those that an undo needs besides, and `$before` what each had been in them; each begins with a comma.
macro_rules! audit {
    ($which:expr, $reason:literal, $holder:literal) => {
        audit!($which, $reason, $holder, "", "")
    };
    ($which:expr, $reason:literal, $holder:literal, $columns:literal, $before:literal) => {
        formatcp!(
            "insert into assignment_event
                (organization_id, reason, conversation_ids, previous_holders, lease_epochs, campaign_ids,
                 new_holder, actor_id, release_id, happened_at{COLUMNS})
         select $1, '{REASON}', array_agg(id order by id), array_agg(holder order by id),
                array_agg(lease_epoch order by id), array_agg(distinct campaign_id),
                {HOLDER}, $7, $8, {NOW}{BEFORE}
           from changed
          where {WHICH}
         having count(*) > 0",
            WHICH = $which,
            REASON = $reason,
            HOLDER = $holder,
            COLUMNS = $columns,
            BEFORE = $before
        )
    };
}

/// A notice to each texter who lost some of what `changed` has, apart from who did it; the count of the release; and what
/// the batch did.
const NOTICES_AND_COUNT: &str = formatcp!(
    "notified as (
         insert into release_notice
                (organization_id, member_id, release_id, conversations, created_at)
         select $1, holder, $8, count(*), {NOW}
           from changed
          where is_lost and holder <> $7
          group by holder
         on conflict (organization_id, member_id, release_id) do update
            set conversations = release_notice.conversations + excluded.conversations
     ), counted as (
         update release
            set conversations = conversations + (select count(*) from changed)
          where organization_id = $1 and id = $8 and state = 'running'
     )
     select (select count(*) from changed) as conversations,
            array(select distinct campaign_id from changed) as campaigns,
            array(select distinct holder from changed where holder is not null) as members"
);

/// It is in the same hands as when it was counted.
const SAME_HANDS: &str = "cv.lease_epoch = part.epoch";
/// And nothing was said since.
const NOTHING_SAID: &str =
    formatcp!("cv.lease_epoch = part.epoch and {LAST_MESSAGE} = part.last_message");
/// Whatever happened to it.
const WHATEVER: &str = "true";
const IS_HELD: &str = "cv.assigned_to is not null";
const IS_KEPT: &str = "false";
const ALL: &str = "true";

/// Gives them to the member `$3`, whose clock starts, unless they are suspended by now. Whoever had one may not send from
/// a page of before.
pub(crate) const REASSIGN: &str = formatcp!(
    "with receiver as materialized (
         -- The lock that a suspension waits for: what is given here is released by it.
         select m.id from member m
          where m.organization_id = $1 and m.id = $3 and m.role <> 'suspended'
            for key share
     ), {SEEN}, changed as (
         update conversation cv
            set assigned_to = receiver.id,
                held_since = {NOW},
                released_from = coalesce(cv.assigned_to, cv.released_from),
                released_by = case when cv.assigned_to is null then cv.released_by else $8 end,
                escalated_by = case when cv.assigned_to is null then cv.escalated_by end,
                lease_epoch = cv.lease_epoch + 1
           from seen, receiver
          where cv.organization_id = $1 and cv.id = seen.id
         returning cv.id, cv.campaign_id, seen.holder, seen.is_lost, seen.held_since, cv.lease_epoch
     ), audit as (
         {AUDIT}
     ), {NOTICES_AND_COUNT}",
    SEEN = seen!(SAME_HANDS, NOT_REASSIGNED, IS_HELD),
    AUDIT = audit!(
        ALL,
        "reassigned",
        "$3",
        ", previous_held_since",
        ", array_agg(held_since order by id)"
    )
);

/// Takes them from their texters, into the pool, as a release does.
pub(crate) const UNASSIGN: &str = formatcp!(
    "with {SEEN}, changed as (
         update conversation cv
            set assigned_to = null,
                released_from = cv.assigned_to,
                released_by = $8,
                lease_epoch = cv.lease_epoch + 1
           from seen
          where cv.organization_id = $1 and cv.id = seen.id
         returning cv.id, cv.campaign_id, seen.holder, seen.is_lost, cv.lease_epoch
     ), audit as (
         {AUDIT}
     ), {NOTICES_AND_COUNT}",
    SEEN = seen!(SAME_HANDS, NOT_UNASSIGNED, IS_HELD),
    AUDIT = audit!(ALL, "released", "null::bigint")
);

/// Closes them, as by hand. Who holds them keeps them, and who wrote meanwhile is not closed unread. What was escalated into
/// the pool has been looked at then, and waits for its teams no more.
pub(crate) const CLOSE: &str = formatcp!(
    "with {SEEN}, changed as (
         update conversation cv
            set status = 'closed',
                waiting_since = null,
                closed_wait = cv.waiting_since,
                held_since = case when cv.assigned_to is null then cv.held_since else {NOW} end,
                escalated_by = case when cv.assigned_to is null then null else cv.escalated_by end
           from seen
          where cv.organization_id = $1 and cv.id = seen.id
         returning cv.id, cv.campaign_id, seen.holder, seen.is_lost, seen.status, seen.last_message,
                   case when seen.holder is null then seen.escalated_by end as escalated_by, cv.lease_epoch
     ), audit as (
         {AUDIT}
     ), {NOTICES_AND_COUNT}",
    SEEN = seen!(NOTHING_SAID, NOT_CLOSED, IS_KEPT),
    AUDIT = audit!(
        ALL,
        "changed",
        "null::bigint",
        ", previous_statuses, last_messages, previous_escalated_by",
        ", array_agg(status order by id), array_agg(last_message order by id), array_agg(escalated_by order by id)"
    )
);

/// Gives them the tag `$3`. One that escalates takes them from texters whose teams do not handle it, as by hand; they
/// cannot take it back. Nor can who had lost one into the pool before, although that is still said of it, for the undo: see
/// `conversations/locked.rs`.
pub(crate) const ADD_TAG: &str = formatcp!(
    "with carried as materialized (
         select t.id, t.escalation from tag t
          where t.organization_id = $1 and t.id = $3
            for key share
     ), {SEEN}, added as (
         insert into conversation_tag (organization_id, conversation_id, tag_id, created_at)
         select $1, seen.id, carried.id, {NOW}
           from seen, carried
          order by seen.id
         on conflict do nothing
         returning conversation_id as id
     ), settled as (
         update conversation cv
            set escalated = true,
                assigned_to = case when seen.is_lost then null else cv.assigned_to end,
                released_from = case when seen.is_lost then null else cv.released_from end,
                released_by = case when seen.is_lost then null else cv.released_by end,
                escalated_by = case when seen.is_lost or cv.assigned_to is null then $7 else cv.escalated_by end,
                lease_epoch = cv.lease_epoch + seen.is_lost::int
           from seen, added, carried
          where carried.escalation
            and added.id = seen.id
            and cv.organization_id = $1 and cv.id = seen.id
         returning cv.id, cv.lease_epoch
     ), changed as (
         select seen.id, seen.campaign_id, seen.holder, seen.is_lost, seen.escalated_by,
                coalesce(settled.lease_epoch, seen.lease_epoch) as lease_epoch
           from seen
           join added on added.id = seen.id
           left join settled on settled.id = seen.id
     ), audit as (
         {AUDIT}
     ), audit_of_lost as (
         {AUDIT_OF_LOST}
     ), {NOTICES_AND_COUNT}",
    SEEN = seen!(WHATEVER, NOT_TO_TAG, TAG_TAKES_IT),
    AUDIT = audit!(
        "not is_lost",
        "changed",
        "null::bigint",
        ", previous_escalated_by",
        ", array_agg(escalated_by order by id)"
    ),
    AUDIT_OF_LOST = audit!(
        "is_lost",
        "escalated",
        "null::bigint",
        ", previous_escalated_by",
        ", array_agg(escalated_by order by id)"
    )
);

/// Takes the tag `$3` off them.
pub(crate) const REMOVE_TAG: &str = formatcp!(
    "with carried as materialized (
         select t.id, t.escalation from tag t
          where t.organization_id = $1 and t.id = $3
            for key share
     ), {SEEN}, removed as (
         delete from conversation_tag ct
          using seen
          where ct.organization_id = $1 and ct.conversation_id = seen.id and ct.tag_id = $3
         returning ct.conversation_id as id
     ), settled as (
         update conversation cv
            set escalated = exists (select from conversation_tag ct
                                      join tag t on t.organization_id = ct.organization_id and t.id = ct.tag_id
                                     where ct.organization_id = $1 and ct.conversation_id = cv.id
                                       and t.escalation and t.id <> $3)
           from removed, carried
          where carried.escalation
            and cv.organization_id = $1 and cv.id = removed.id
         returning cv.id
     ), changed as (
         select seen.*
           from seen
           join removed on removed.id = seen.id
     ), audit as (
         {AUDIT}
     ), {NOTICES_AND_COUNT}",
    SEEN = seen!(WHATEVER, NOT_TO_UNTAG, IS_KEPT),
    AUDIT = audit!(ALL, "changed", "null::bigint")
);
