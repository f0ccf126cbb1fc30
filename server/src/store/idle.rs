//! What "unhandled", "idle" and "may be released" mean: the one place. Counts, previews and releases
//! are all built from these fragments, and so is what may be handed out.
//!
//! A fragment is SQL over these aliases, which every statement gives its tables:
//! `cv` conversation, `ca` its campaign, `zone` one of [`zones`]: the contact's own, else the campaign's.
//! Statements that judge by a policy bind, in this order: `$1` organization, `$2` the pinned clock or
//! null, `$3` interval in minutes, `$4` include team-restricted, `$5` only within texting hours,
//! `$6` include auto-assign off; [`bind_policy`] does it.

use app::domain::{OrganizationId, ReleasePolicy};
use chrono::{DateTime, Utc};
use sqlx::postgres::PgArguments;
use sqlx::query::QueryAs;

/// The moment that a statement measures by.
macro_rules! now {
    () => {
        "coalesce($2::timestamptz, statement_timestamp())"
    };
}

/// Time zones with what the clock on the wall shows there, as an interval since midnight. `offset 0`
/// keeps the planner from working it out for each conversation instead of for each zone.
macro_rules! zones {
    () => {
        concat!(
            "(select id, (",
            $crate::store::idle::now!(),
            " at time zone name)::time - time '00:00' as clock
                from time_zone
              offset 0)"
        )
    };
}

/// The tables that the fragments speak of.
macro_rules! judged_tables {
    () => {
        concat!(
            "conversation cv
             join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
             join ", $crate::store::idle::zones!(), " zone on zone.id = coalesce(cv.time_zone_id, ca.time_zone_id)"
        )
    };
}

/// The campaign runs: texts can be sent on it, and who writes in waits for an answer.
macro_rules! campaign_open {
    () => {
        "ca.started_at is not null and ca.archived_at is null"
    };
}

/// A reply that a texter holds, and that nobody else can reach.
macro_rules! unhandled {
    () => {
        "cv.status = 'needs_response' and cv.assigned_to is not null"
    };
}

/// A reply that nobody holds.
macro_rules! in_pool {
    () => {
        "cv.status = 'needs_response' and cv.assigned_to is null"
    };
}

/// Idle for the interval: the part of the rule that an index can be walked by.
macro_rules! idle {
    () => {
        concat!(
            "cv.idle_since <= ",
            $crate::store::idle::now!(),
            " - make_interval(mins => $3)"
        )
    };
}

/// Its texter typed within the last two minutes, and it is not idle for twice the interval yet.
macro_rules! composing {
    () => {
        concat!(
            "(cv.draft_edited_at > ",
            $crate::store::idle::now!(),
            " - interval '2 minutes'
              and cv.idle_since > ",
            $crate::store::idle::now!(),
            " - 2 * make_interval(mins => $3))"
        )
    };
}

/// It is within the contact's texting hours, and still will be after the margin (an SQL interval).
/// Hours that never end have no end to keep a margin from.
macro_rules! within_hours {
    ($margin:literal) => {
        concat!(
            "((ca.texting_from = '00:00' and ca.texting_until = '24:00')
              or (zone.clock >= ca.texting_from - time '00:00'
                  and zone.clock + interval '",
            $margin,
            "' < ca.texting_until - time '00:00'))"
        )
    };
}

/// Why an idle, unhandled reply is left alone: the words of [`app::domain::LeftOutReason`], in its
/// order; null = nothing protects it.
macro_rules! left_out_because {
    () => {
        concat!(
            "case
               when not (",
            $crate::store::idle::campaign_open!(),
            ") then 'campaign_closed'
               when cv.opted_out then 'opted_out'
               when cv.escalated then 'escalated'
               when ",
            $crate::store::idle::composing!(),
            " then 'composing'
               when ca.team_restricted and not $4 then 'team_restricted'
               when not ca.auto_assign and not $6 then 'auto_assign_off'
               when $5 and not ",
            $crate::store::idle::within_hours!("0 minutes"),
            " then 'outside_hours'
             end"
        )
    };
}

/// A reply of the General pool that may be handed out now.
macro_rules! can_be_handed_out {
    () => {
        concat!(
            $crate::store::idle::in_pool!(),
            "
             and not cv.opted_out and not cv.escalated
             and ",
            $crate::store::idle::campaign_open!(),
            "
             and ca.auto_assign and not ca.team_restricted
             and ",
            $crate::store::idle::within_hours!("2 minutes")
        )
    };
}

pub(crate) use {
    campaign_open, can_be_handed_out, composing, idle, in_pool, judged_tables, left_out_because,
    now, unhandled, within_hours, zones,
};

/// Binds `$1` to `$6` of a statement that is read as rows of `T`.
pub(crate) fn bind_policy<'q, T>(
    query: QueryAs<'q, sqlx::Postgres, T, PgArguments>,
    organization: OrganizationId,
    now: Option<DateTime<Utc>>,
    policy: &ReleasePolicy,
) -> QueryAs<'q, sqlx::Postgres, T, PgArguments> {
    query
        .bind(organization.0)
        .bind(now)
        .bind(policy.interval.minutes().cast_signed())
        .bind(policy.include_team_restricted)
        .bind(policy.only_within_texting_hours)
        .bind(policy.include_auto_assign_off)
}
