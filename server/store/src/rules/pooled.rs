//! What may be handed out, and when.

/// What nobody has and a pool of this kind may hand out, as far as the conversation decides: `replies` or
/// `initials`. Who carries escalation tags is not among them; see [`escalated`].
macro_rules! pooled {
    (replies) => {
        concat!(
            $crate::rules::in_pool!(),
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

/// What carries escalation tags and nobody has, of this kind, so that only some may be given it; with `$held`, a
/// query of the tags that somebody holds, what they may be given.
macro_rules! escalated {
    (replies) => {
        concat!(
            $crate::rules::in_pool!(),
            " and not cv.opted_out and cv.escalated"
        )
    };
    (initials) => {
        "cv.status = 'needs_message' and cv.assigned_to is null and not cv.opted_out and cv.escalated"
    };
    ($kind:ident, $held:literal) => {
        concat!(
            $crate::rules::escalated!($kind),
            "
             and ",
            $crate::rules::tags_held!($held)
        )
    };
}

/// The campaign `ca` is one of those that the pool `p` draws from.
macro_rules! drawn_from {
    () => {
        concat!(
            $crate::rules::campaign_open!(),
            "
             and ca.auto_assign
             and ",
            $crate::rules::assigned_to_pool!()
        )
    };
}

/// Whether the pool `p` would draw from the campaign `ca`, were it open and auto-assigned.
macro_rules! assigned_to_pool {
    () => {
        "case when p.team_id is null then not ca.team_restricted
              else exists (select from team_campaign tc
                            where tc.organization_id = ca.organization_id
                              and tc.team_id = p.team_id and tc.campaign_id = ca.id)
         end"
    };
}

/// Somebody may request from the pool `p`: General is everybody's, a team's needs a member who may be given
/// something.
macro_rules! has_takers {
    () => {
        "(p.team_id is null
          or exists (select from team_member tm
                       join member m on m.organization_id = tm.organization_id and m.id = tm.member_id
                      where tm.organization_id = p.organization_id and tm.team_id = p.team_id
                        and m.role <> 'suspended' and m.approval_level <> 'not_allowed'))"
    };
}

/// Whether now is a time at which a pool of this kind hands out what lies in the zone `zone`: there is
/// time left to send it within the texting hours, and an initial is not past the due date.
macro_rules! time_to_send {
    (replies) => {
        $crate::rules::within_hours!("2 minutes")
    };
    (initials) => {
        concat!(
            "(",
            $crate::rules::within_hours!("10 minutes"),
            " and (ca.due_on is null or zone.today <= ca.due_on))"
        )
    };
}

pub(crate) use {
    assigned_to_pool, drawn_from, escalated, has_takers, pooled, tags_held, time_to_send,
};
