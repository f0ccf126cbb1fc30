//! What is left alone although it is idle.

/// Why an idle, unhandled reply is left alone: the words of [`app::domain::LeftOutReason`], in its
/// order; null = nothing protects it. The mode `counted` asks it of conversations that were counted together:
/// their `cv` is of those that are alike in `opted_out`, `escalated` and `composing`.
macro_rules! left_out_because {
    ($mode:ident) => {
        concat!(
            "case
               when not (",
            $crate::rules::campaign_open!(),
            ") then 'campaign_closed'
               when cv.opted_out then 'opted_out'
               when cv.escalated then 'escalated'
               when ",
            $crate::rules::composing!($mode),
            " then 'composing'
               when ca.team_restricted and not $4 then 'team_restricted'
               when not ca.auto_assign and not $6 then 'auto_assign_off'
               when $5 and not ",
            $crate::rules::within_hours!("0 minutes"),
            " then 'outside_hours'
             end"
        )
    };
}

pub(crate) use left_out_because;
