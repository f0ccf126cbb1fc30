//! The undo of a bulk action in SQL, each one statement over a row of its audit.
//!
//! `$1` organization, `$2` clock, `$3` the row of the audit, `$4` who undoes, `$5` the undo, `$6` the release, `$7` the
//! tag. What was unassigned is given back by the statement of every release.

use super::judge::LAST_MESSAGE;
use crate::releases::given_back::{AUDIT_OF_CHANGED, AUDIT_OF_GIVEN, RECEIVING};
use crate::rules::{NOW, tags_held};
use const_format::formatcp;

/// The holder `lost.holder` may be given it as far as its escalation tags decide, as when it is handed out.
const TAGS_HELD: &str = tags_held!(
    "select tt.tag_id
       from team_member tm
       join team_tag tt on tt.organization_id = tm.organization_id and tt.team_id = tm.team_id
      where tm.organization_id = $1 and tm.member_id = lost.holder"
);

/// The notices of those who got something back are lowered, and gone where nothing is left; the count of the undo; and
/// whose campaigns and lists changed. `event` is the row of the audit, where others than `given` hold it.
const NOTICES_AND_COUNT: &str = "notice_lowered as (
         update release_notice n
            set conversations = n.conversations - by_holder.conversations
           from by_holder, event
          where event.reason <> 'changed'
            and n.organization_id = $1 and n.member_id = by_holder.holder and n.release_id = $6
            and n.conversations > by_holder.conversations
     ), notice_removed as (
         delete from release_notice n
          using by_holder, event
          where event.reason <> 'changed'
            and n.organization_id = $1 and n.member_id = by_holder.holder and n.release_id = $6
            and n.conversations <= by_holder.conversations
     ), counted as (
         update release
            set conversations = conversations + (select count(*) from given)
          where organization_id = $1 and id = $5 and state = 'running'
     )
     select (select count(*) from given) as conversations,
            array(select distinct campaign_id from given) as campaigns,
            array(select holder from by_holder where holder is not null
                  union
                  select new_holder from event where new_holder is not null) as members";

/// `event` and `lost`: a row of the audit, and what it names one by one. `$7` is named where no tag is asked for.
const LOST: &str = "event as materialized (
         select e.*
           from assignment_event e
          cross join (select $7::bigint as id) tag
          where e.organization_id = $1 and e.id = $3
     ), lost as materialized (
         select each.*
           from event
          cross join unnest(event.conversation_ids, event.previous_holders, event.lease_epochs, event.previous_statuses,
                            event.last_messages, event.previous_escalated_by, event.previous_held_since)
                     as each (id, holder, epoch, status, last_message, escalated_by, held_since)
     )";

/// Back to who had them, where who got them has done nothing with them; to nobody, where nobody had them, or who had them
/// is suspended. What is escalated by now goes to nobody whose teams do not handle it: it stays. What nobody has then waits
/// for as long as before, and what nobody had is again that of who had lost it.
pub(crate) const REASSIGN: &str = formatcp!(
    "with {RECEIVING}, {LOST}, given as (
         update conversation cv
            set assigned_to = receiving.id,
                -- The change left both as they were, where nobody had it.
                released_from = case when lost.holder is null then cv.released_from end,
                released_by = case when lost.holder is null then cv.released_by end,
                held_since = case when receiving.id is not null then {NOW}
                                  -- Earlier versions kept none.
                                  when event.previous_held_since is null then cv.held_since
                                  else lost.held_since end,
                lease_epoch = cv.lease_epoch + 1
           from event
          cross join lost
           left join receiving on receiving.id = lost.holder
          where cv.organization_id = $1
            and cv.id = lost.id
            and cv.lease_epoch = lost.epoch
            and cv.assigned_to = event.new_holder
            and cv.held_since = event.happened_at
            and not cv.opted_out
            and (receiving.id is null or not cv.escalated or {TAGS_HELD})
         returning cv.id, cv.campaign_id, cv.assigned_to, cv.lease_epoch
     ), {AUDIT_OF_GIVEN}, {NOTICES_AND_COUNT}"
);

/// SQL over what was closed, `lost`: it waits for an answer again, and who holds it is suspended by now.
const HOLDER_SUSPENDED: &str =
    "(lost.status = 'needs_response' and lost.holder is not null and receiving.id is null)";

/// Open again, as they were, where nobody has acted on them and nobody has written: who has, may have been closed once
/// more, by somebody else. The clock of who holds one starts anew; what waits goes into the pool, where who holds it is
/// suspended by now. Their rows are locked before. Earlier versions kept no last message.
pub(crate) const CLOSE: &str = formatcp!(
    "with {RECEIVING}, {LOST}, given as (
         update conversation cv
            set status = lost.status,
                waiting_since = cv.closed_wait,
                closed_wait = null,
                escalated_by = coalesce(cv.escalated_by, lost.escalated_by),
                held_since = case when cv.assigned_to is null or {HOLDER_SUSPENDED} then cv.held_since else {NOW} end,
                assigned_to = case when {HOLDER_SUSPENDED} then null else cv.assigned_to end,
                released_from = case when {HOLDER_SUSPENDED} then cv.assigned_to else cv.released_from end,
                released_by = case when {HOLDER_SUSPENDED} then null else cv.released_by end,
                lease_epoch = cv.lease_epoch + {HOLDER_SUSPENDED}::int
           from event
          cross join lost
           left join receiving on receiving.id = lost.holder
          where cv.organization_id = $1
            and cv.id = lost.id
            and cv.lease_epoch = lost.epoch
            and cv.status = 'closed'
            and (cv.assigned_to is null or cv.held_since = event.happened_at)
            and not cv.opted_out
            and (lost.status <> 'needs_response' or cv.closed_wait is not null)
            and (lost.last_message is null or {LAST_MESSAGE} = lost.last_message)
         returning cv.id, cv.campaign_id, cv.assigned_to, cv.lease_epoch, lost.holder,
                   {HOLDER_SUSPENDED} as is_pooled
     ), pooled as (
         insert into assignment_event
                (organization_id, reason, conversation_ids, previous_holders, lease_epochs, actor_id, happened_at)
         select $1, 'released', array_agg(id order by id), array_agg(holder order by id),
                array_agg(lease_epoch order by id), $4, {NOW}
           from given
          where is_pooled
         having count(*) > 0
     ), {AUDIT_OF_CHANGED}, {NOTICES_AND_COUNT}"
);

/// SQL over a conversation `cv`: it carries another escalation tag than `$7`.
const ESCALATED_OTHERWISE: &str = "exists (select from conversation_tag ct
                      join tag t on t.organization_id = ct.organization_id and t.id = ct.tag_id
                     where ct.organization_id = $1 and ct.conversation_id = cv.id
                       and t.escalation and t.id <> $7)";

/// The same: it was given that one after `$7`.
const ESCALATED_SINCE: &str = "exists (select from conversation_tag ct
                      join tag t on t.organization_id = ct.organization_id and t.id = ct.tag_id
                     where ct.organization_id = $1 and ct.conversation_id = cv.id
                       and t.escalation and t.id <> $7 and ct.created_at > event.happened_at)";

/// The same: the holder `lost.holder` may be given it as far as those others decide.
const OTHERS_HELD: &str = tags_held!(
    "select $7::bigint
      union all
     select tt.tag_id
       from team_member tm
       join team_tag tt on tt.organization_id = tm.organization_id and tt.team_id = tm.team_id
      where tm.organization_id = $1 and tm.member_id = lost.holder"
);

/// Without the tag `$7` again, where it is the one that was added then; one that escalates, only where it is in the same
/// hands. What it had taken from its texter goes back to them, if they may hold it. Who had escalated it before is known
/// again, unless somebody has looked at it or escalated it since; an ordinary tag says nothing of that. Their rows are
/// locked before.
pub(crate) const ADD_TAG: &str = formatcp!(
    "with {RECEIVING}, {LOST}, ours as materialized (
         select cv.id, event.reason = 'escalated' as was_lost, {ESCALATED_OTHERWISE} as is_escalated,
                case when event.reason = 'escalated' and not cv.opted_out and {OTHERS_HELD}
                     then receiving.id end as receiver,
                (t.escalation or event.reason = 'escalated') and cv.assigned_to is null
                and cv.escalated_by is not distinct from event.actor_id as is_escalator,
                {ESCALATED_SINCE} as is_escalated_since,
                lost.escalated_by, event.previous_escalated_by is not null as is_recorded
           from event
          cross join lost
           join tag t on t.organization_id = $1 and t.id = $7
           join conversation_tag ct on ct.organization_id = $1 and ct.conversation_id = lost.id
                                   and ct.tag_id = $7 and ct.created_at = event.happened_at
           join conversation cv on cv.organization_id = $1 and cv.id = lost.id
           left join receiving on receiving.id = lost.holder
          where cv.lease_epoch = lost.epoch and (event.reason <> 'escalated' or cv.assigned_to is null)
             or not t.escalation and event.reason <> 'escalated'
     ), removed as (
         delete from conversation_tag ct
          using ours
          where ct.organization_id = $1 and ct.conversation_id = ours.id and ct.tag_id = $7
         returning ct.conversation_id as id
     ), given as (
         update conversation cv
            set escalated = ours.is_escalated,
                -- What another tag escalates is found in the pool, also where its texter has lost it. Earlier versions did
                -- not keep who had escalated it.
                escalated_by = case when not ours.is_escalator
                                      or ours.is_escalated_since and ours.receiver is null
                                    then cv.escalated_by
                                    when ours.is_escalated and ours.receiver is null
                                     and (ours.was_lost or not ours.is_recorded)
                                    then coalesce(ours.escalated_by, cv.escalated_by)
                                    else ours.escalated_by end,
                assigned_to = coalesce(ours.receiver, cv.assigned_to),
                held_since = case when ours.receiver is null then cv.held_since else {NOW} end,
                lease_epoch = cv.lease_epoch + ours.was_lost::int
           from ours
           join removed on removed.id = ours.id
          where cv.organization_id = $1 and cv.id = ours.id
         returning cv.id, cv.campaign_id, cv.assigned_to, cv.lease_epoch
     ), {AUDIT_OF_CHANGED}, {NOTICES_AND_COUNT}"
);

/// With the tag `$7` again, where nobody has put it back. If it escalates, only where it is in the same hands.
pub(crate) const REMOVE_TAG: &str = formatcp!(
    "with {LOST}, carried as materialized (
         select t.id, t.escalation from tag t
          where t.organization_id = $1 and t.id = $7
            for key share
     ), added as (
         insert into conversation_tag (organization_id, conversation_id, tag_id, created_at)
         select $1, cv.id, carried.id, {NOW}
           from carried
          cross join lost
           join conversation cv on cv.organization_id = $1 and cv.id = lost.id
          where not carried.escalation or cv.lease_epoch = lost.epoch
          order by cv.id
         on conflict do nothing
         returning conversation_id as id
     ), given as (
         update conversation cv
            set escalated = cv.escalated or carried.escalation
           from added, carried
          where cv.organization_id = $1 and cv.id = added.id
         returning cv.id, cv.campaign_id, cv.assigned_to, cv.lease_epoch
     ), {AUDIT_OF_CHANGED}, {NOTICES_AND_COUNT}"
);
