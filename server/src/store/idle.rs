//! What "unhandled", "idle" and "may be released" mean: the one place. Counts, previews and releases
//! are all built from these fragments, and so is what may be handed out.
//!
//! A fragment is SQL over these aliases, which every statement gives its tables:
//! `cv` conversation, `ca` its campaign, `zone` one of [`zones`]: the contact's own, else the campaign's.
//! Statements that judge what a release takes bind, in this order: `$1` organization, `$2` the pinned
//! clock or null, `$3` interval in minutes, `$4` include team-restricted, `$5` only within texting
//! hours, `$6` include auto-assign off, `$7` the campaign or the texter that it is about, if any;
//! [`Target::bind`](crate::store::releases::target::Target::bind) does it. Their fragments take the mode
//! of the release: `everywhere`, `campaign`, `unsent`, `automatic` or `own`.

/// The moment that a statement measures by.
macro_rules! now {
    () => {
        "coalesce($2::timestamptz, statement_timestamp())"
    };
}

/// Time zones with their name, the day that it is there, and what the clock on the wall shows, as an
/// interval since midnight. `offset 0` keeps the planner from working it out for each conversation
/// instead of for each zone.
macro_rules! zones {
    () => {
        concat!(
            "(select id, name, wall::date as today, wall::time - time '00:00' as clock
                from (select id, name, ",
            $crate::store::idle::now!(),
            " at time zone name as wall
                        from time_zone) zones
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

/// An initial that was handed out to a texter and not sent.
macro_rules! unsent {
    () => {
        "cv.status = 'needs_message' and cv.assigned_to is not null"
    };
}

/// The campaigns that a release looks at, by its mode: the one that it is about, or all.
macro_rules! campaigns_concerned {
    (everywhere) => {
        "true"
    };
    (own) => {
        "true"
    };
    ($mode:ident) => {
        "ca.id = $7"
    };
}

/// What a release looks at, by its mode: held conversations, everybody's or those that it is about.
macro_rules! concerned {
    (everywhere) => {
        $crate::store::idle::unhandled!()
    };
    (unsent) => {
        concat!($crate::store::idle::unsent!(), " and cv.campaign_id = $7")
    };
    (own) => {
        concat!(
            $crate::store::idle::unhandled!(),
            " and cv.assigned_to = $7"
        )
    };
    // One campaign, by hand or automatically.
    ($mode:ident) => {
        concat!(
            $crate::store::idle::unhandled!(),
            " and cv.campaign_id = $7"
        )
    };
}

/// The texting hours never end, and so never open.
macro_rules! at_any_hour {
    () => {
        "(ca.texting_from = '00:00' and ca.texting_until = '24:00')"
    };
}

/// The moment at which the contact's texting hours open, so many days from today. The day and its
/// offset are the zone's own, so that nine o'clock is nine o'clock on days on which clocks change; one
/// that they skip or repeat is taken for the later.
macro_rules! opening {
    ($days:literal) => {
        concat!(
            "(case when ",
            $crate::store::idle::at_any_hour!(),
            " then '-infinity'::timestamptz
                   else (zone.today + ",
            $days,
            " + ca.texting_from) at time zone zone.name
               end)"
        )
    };
}

/// The moment at which the contact's texting hours end, so many days from today.
macro_rules! closing {
    ($days:literal) => {
        concat!(
            "(case when ",
            $crate::store::idle::at_any_hour!(),
            " then 'infinity'::timestamptz
                   else (zone.today + ",
            $days,
            " + ca.texting_until) at time zone zone.name
               end)"
        )
    };
}

/// Where the idle clock of an automatic release starts: it takes nothing that had no chance to be
/// answered.
macro_rules! idle_since_opening {
    () => {
        concat!(
            "greatest(cv.idle_since, ",
            $crate::store::idle::opening!(0),
            ")"
        )
    };
}

/// Idle for the interval, as far as it depends on the place and not on the conversation: automatic release
/// takes nothing whose texting hours opened less than the interval ago.
macro_rules! idle_here {
    (automatic) => {
        concat!(
            $crate::store::idle::opening!(0),
            " <= ",
            $crate::store::idle::now!(),
            " - make_interval(mins => $3)"
        )
    };
    ($mode:ident) => {
        "true"
    };
}

/// Idle for the interval, as far as an index can be walked by it.
macro_rules! idle_long_enough {
    () => {
        concat!(
            "cv.idle_since <= ",
            $crate::store::idle::now!(),
            " - make_interval(mins => $3)"
        )
    };
}

/// Idle for the interval.
macro_rules! idle {
    ($mode:ident) => {
        concat!(
            $crate::store::idle::idle_long_enough!(),
            " and ",
            $crate::store::idle::idle_here!($mode)
        )
    };
}

/// Its texter typed within the last two minutes.
macro_rules! typing {
    () => {
        concat!(
            "(cv.draft_edited_at > ",
            $crate::store::idle::now!(),
            " - interval '2 minutes')"
        )
    };
}

/// Its texter typed within the last two minutes, and it is not idle for twice the interval yet. Of `counted`
/// conversations it is known.
macro_rules! composing {
    (counted) => {
        "cv.composing"
    };
    (automatic) => {
        concat!(
            "(",
            $crate::store::idle::typing!(),
            "
              and ",
            $crate::store::idle::idle_since_opening!(),
            " > ",
            $crate::store::idle::now!(),
            " - 2 * make_interval(mins => $3))"
        )
    };
    ($mode:ident) => {
        concat!(
            "(",
            $crate::store::idle::typing!(),
            "
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
            "(",
            $crate::store::idle::at_any_hour!(),
            "
              or (zone.clock >= ca.texting_from - time '00:00'
                  and zone.clock + interval '",
            $margin,
            "' < ca.texting_until - time '00:00'))"
        )
    };
}

/// Why an idle, unhandled reply is left alone: the words of [`app::domain::LeftOutReason`], in its
/// order; null = nothing protects it. The mode `counted` asks it of conversations that were counted together:
/// their `cv` is of those that are alike in `opted_out`, `escalated` and `composing`.
macro_rules! left_out_because {
    ($mode:ident) => {
        concat!(
            "case
               when not (",
            $crate::store::idle::campaign_open!(),
            ") then 'campaign_closed'
               when cv.opted_out then 'opted_out'
               when cv.escalated then 'escalated'
               when ",
            $crate::store::idle::composing!($mode),
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

/// What nobody has and a pool of this kind may hand out, as far as the conversation decides: `replies` or
/// `initials`. Who carries escalation tags is not among them; see [`escalated_reply`]
/// and [`escalated_initial`].
macro_rules! pooled {
    (replies) => {
        concat!(
            $crate::store::idle::in_pool!(),
            " and not cv.opted_out and not cv.escalated"
        )
    };
    (initials) => {
        "cv.status = 'needs_message' and cv.assigned_to is null and not cv.opted_out and not cv.escalated"
    };
}

/// Somebody holds all of its escalation tags. `$held` is a query of the tags that they hold.
macro_rules! tags_held {
    ($held:literal) => {
        concat!(
            "not exists (select from conversation_tag ct
                           join tag on tag.organization_id = ct.organization_id and tag.id = ct.tag_id
                          where ct.organization_id = cv.organization_id and ct.conversation_id = cv.id
                            and tag.escalation
                            and tag.id not in (",
            $held,
            "))"
        )
    };
}

/// A reply of the pool that only those may be given who hold all of its escalation tags.
macro_rules! escalated_reply {
    ($held:literal) => {
        concat!(
            $crate::store::idle::in_pool!(),
            " and not cv.opted_out and cv.escalated
             and ",
            $crate::store::idle::tags_held!($held)
        )
    };
}

/// The same of an initial. It is looked for among what carries the tags, because the index of those that
/// are escalated has replies only.
macro_rules! escalated_initial {
    ($held:literal) => {
        concat!(
            "cv.status = 'needs_message' and cv.assigned_to is null and not cv.opted_out and cv.escalated
             and cv.id in (select carries.conversation_id
                             from conversation_tag carries
                            where carries.organization_id = $1 and carries.tag_id in (",
            $held,
            "))
             and ",
            $crate::store::idle::tags_held!($held)
        )
    };
}

/// The campaign `ca` is one of those that the pool `p` draws from.
macro_rules! drawn_from {
    () => {
        concat!(
            $crate::store::idle::campaign_open!(),
            "
             and ca.auto_assign
             and case when p.team_id is null then not ca.team_restricted
                      else exists (select from team_campaign tc
                                    where tc.organization_id = ca.organization_id
                                      and tc.team_id = p.team_id and tc.campaign_id = ca.id)
                 end"
        )
    };
}

/// Whether now is a time at which a pool of this kind hands out what lies in the zone `zone`: there is
/// time left to send it within the texting hours, and an initial is not past the due date.
macro_rules! time_to_send {
    (replies) => {
        $crate::store::idle::within_hours!("2 minutes")
    };
    (initials) => {
        concat!(
            "(",
            $crate::store::idle::within_hours!("10 minutes"),
            " and (ca.due_on is null or zone.today <= ca.due_on))"
        )
    };
}

/// When automatic release takes an unhandled reply, if nothing happens to it and the clock in `$2` goes
/// on: at its interval, or when the grace for composing ends; the next day, if the texting hours end
/// before that; null = never, because they are shorter than the interval. A moment in the past = now.
///
/// It reads the interval from the campaign, so that one statement may ask about many; of those that
/// [`never_automatically`] names it says nothing.
macro_rules! due_at {
    () => {
        concat!(
            "(select case when today.due < today.closing then today.due
                          when tomorrow.due < tomorrow.closing then tomorrow.due
                     end
                from (select greatest(started + waits,
                                      -- `least` passes over a null, which here means that nobody types.
                                      case when cv.draft_edited_at is not null
                                           then least(cv.draft_edited_at + interval '2 minutes', started + 2 * waits)
                                      end,
                                      ",
            $crate::store::idle::now!(),
            ") as due, ",
            $crate::store::idle::closing!(0),
            " as closing, waits
                        from (select ",
            $crate::store::idle::idle_since_opening!(),
            " as started,
                                     make_interval(mins => ca.auto_release_minutes) as waits) clock) today,
                     lateral (select greatest(cv.idle_since, ",
            $crate::store::idle::opening!(1),
            ") + today.waits as due, ",
            $crate::store::idle::closing!(1),
            " as closing) tomorrow)"
        )
    };
}

/// What automatic release never takes, however long it waits.
macro_rules! never_automatically {
    () => {
        concat!(
            "(cv.opted_out or cv.escalated or not ca.auto_assign or ca.auto_release_minutes is null
              or not (",
            $crate::store::idle::campaign_open!(),
            "))"
        )
    };
}

pub(crate) use {
    at_any_hour, campaign_open, campaigns_concerned, closing, composing, concerned, drawn_from,
    due_at, escalated_initial, escalated_reply, idle, idle_here, idle_long_enough,
    idle_since_opening, in_pool, judged_tables, left_out_because, never_automatically, now,
    opening, pooled, tags_held, time_to_send, typing, unhandled, unsent, within_hours, zones,
};
