//! What every undo has in common: who may receive something back, and the audit of what was given. An undo is one
//! statement of common table expressions, of which these are some.

/// `receiving`: those who lost something by a row of the audit and may hold it again. `$1` organization, `$3` the row.
pub(super) const RECEIVING: &str = "receiving as materialized (
         -- The lock that a suspension waits for: what is given back here is released by it.
         select m.id
           from member m
          where m.organization_id = $1
            and m.role <> 'suspended'
            and m.id in (select unnest(e.previous_holders)
                           from assignment_event e
                          where e.organization_id = $1 and e.id = $3)
          order by m.id
            for key share
     )";

/// `by_holder` and `audit`: what was `given`, a row of the audit for each holder. `$1` organization, `$2` clock, `$4` who
/// undoes, `$5` the undo. `given` has `id`, `campaign_id`, `assigned_to` and `lease_epoch`, as they are now. `$previous`: who
/// had them until then; `$holder`: who got them, of those who have them now.
macro_rules! audit {
    ($previous:literal) => {
        audit!($previous, "holder")
    };
    ($previous:literal, $holder:literal) => {
        const_format::formatcp!(
            "by_holder as (
         select assigned_to as holder, count(*) as conversations, array_agg(id order by id) as ids,
                array_agg(lease_epoch order by id) as epochs, array_agg(distinct campaign_id) as campaigns
           from given
          group by assigned_to
     ), audit as (
         insert into assignment_event
                (organization_id, reason, conversation_ids, previous_holders, lease_epochs, campaign_ids,
                 new_holder, actor_id, release_id, happened_at)
         select $1, 'given_back', ids, array_fill({PREVIOUS}, array[conversations::int]), epochs, campaigns,
                {HOLDER}, $4, $5, coalesce($2::timestamptz, statement_timestamp())
           from by_holder
     )",
            PREVIOUS = $previous,
            HOLDER = $holder
        )
    };
}

/// What nobody had.
pub(super) const AUDIT: &str = audit!("null::bigint");

/// What somebody had been given, by the row of the audit that is `event`.
pub(super) const AUDIT_OF_GIVEN: &str = audit!("(select new_holder from event)");

/// What stayed in the same hands, where the row of the audit that is `event` says so: whoever has it got nothing then.
pub(super) const AUDIT_OF_CHANGED: &str = audit!(
    "null::bigint",
    "case when (select reason from event) <> 'changed' then holder end"
);
