//! What is left alone although it is idle.

use super::clock::{COMPOSING, COMPOSING_SINCE_OPENING};
use super::held::{CAMPAIGN_LAUNCHED, CAMPAIGN_OPEN};
use super::hours::OPEN_NOW;
use const_format::formatcp;

/// Why an idle, unhandled reply is left alone: the words of [`app::domain::LeftOutReason`], in its
/// order; null = nothing protects it. `$composing` says whether its texter is typing.
macro_rules! left_out_because {
    ($composing:expr) => {
        formatcp!(
            "case
               when not ({CAMPAIGN_LAUNCHED}) then 'campaign_closed'
               when not ({CAMPAIGN_OPEN}) then 'campaign_paused'
               when cv.opted_out then 'opted_out'
               when cv.escalated then 'escalated'
               when {composing} then 'composing'
               when ca.team_restricted and not $4 then 'team_restricted'
               when not ca.auto_assign and not $6 then 'auto_assign_off'
               when $5 and not {OPEN_NOW} then 'outside_hours'
             end",
            composing = $composing
        )
    };
}

/// Of a conversation.
pub(super) const LEFT_OUT_BECAUSE: &str = left_out_because!(COMPOSING);
/// Of a conversation, by the idle clock of an automatic release.
pub(super) const LEFT_OUT_SINCE_OPENING: &str = left_out_because!(COMPOSING_SINCE_OPENING);
/// Of conversations that were counted together: their `cv` is of those that are alike in `opted_out`, `escalated`
/// and `composing`.
pub(super) const LEFT_OUT_OF_COUNTED: &str = left_out_because!("cv.composing");
/// Of what a suspended member holds, one by one or counted together: only what nobody could act on. A pause ends, and
/// who is suspended could not act on it then, so that it protects nothing. `$4`, `$5` and `$6` are said because every mode has the same parameters.
pub(super) const LEFT_OUT_AT_SUSPENSION: &str = formatcp!(
    "case
       when not ({CAMPAIGN_LAUNCHED}) then 'campaign_closed'
       when cv.opted_out then 'opted_out'
       when $4::bool and $5::bool and $6::bool and false then ''
     end"
);
