//! The fragments that differ by the mode of a release. Each mode has all of them, for
//! [`by_mode`](macro@super::by_mode).

/// Replies on all campaigns.
pub(crate) mod everywhere {
    use super::super::{clock, held, left_out};
    use const_format::formatcp;

    /// What a release looks at: held conversations, everybody's or those that it is about.
    pub(crate) const CONCERNED: &str = held::UNHANDLED;
    /// The campaigns that it looks at.
    pub(crate) const CAMPAIGNS_CONCERNED: &str = "true";
    /// The kind of the pools that what it releases is handed out from.
    pub(crate) const POOLS_KIND: &str = "'replies'";
    /// Too late to be handed out by the due date, which replies do not have.
    pub(crate) const OVERDUE: &str = "false";
    /// Idle for the interval, as far as it depends on the campaign and the zone, not on the conversation.
    pub(crate) const IDLE_HERE: &str = "true";
    /// Idle for the interval.
    pub(crate) const IDLE: &str = formatcp!(
        "{LONG_ENOUGH} and {IDLE_HERE}",
        LONG_ENOUGH = clock::IDLE_LONG_ENOUGH
    );
    /// Its texter is typing.
    pub(crate) const COMPOSING: &str = clock::COMPOSING;
    /// Why it is left alone; null = nothing protects it.
    pub(crate) const LEFT_OUT_BECAUSE: &str = left_out::LEFT_OUT_BECAUSE;
    /// The same of conversations that were counted together.
    pub(crate) const LEFT_OUT_OF_COUNTED: &str = left_out::LEFT_OUT_OF_COUNTED;
}

/// Replies on one campaign, by hand.
pub(crate) mod campaign {
    use super::super::held::UNHANDLED;
    pub(crate) use super::everywhere::{
        COMPOSING, IDLE, IDLE_HERE, LEFT_OUT_BECAUSE, LEFT_OUT_OF_COUNTED, OVERDUE, POOLS_KIND,
    };
    use const_format::formatcp;

    /// Of the campaign.
    pub(crate) const CONCERNED: &str = formatcp!("{UNHANDLED} and cv.campaign_id = $7");
    /// The campaign.
    pub(crate) const CAMPAIGNS_CONCERNED: &str = "ca.id = $7";
}

/// Unsent initials on one campaign, by hand.
pub(crate) mod unsent {
    use super::super::{held::UNSENT, pooled};
    pub(crate) use super::campaign::CAMPAIGNS_CONCERNED;
    pub(crate) use super::everywhere::{
        COMPOSING, IDLE, IDLE_HERE, LEFT_OUT_BECAUSE, LEFT_OUT_OF_COUNTED,
    };
    use const_format::formatcp;

    /// Of the campaign.
    pub(crate) const CONCERNED: &str = formatcp!("{UNSENT} and cv.campaign_id = $7");
    /// Pools of initials.
    pub(crate) const POOLS_KIND: &str = "'initials'";
    /// Past the due date.
    pub(crate) const OVERDUE: &str = pooled::PAST_DUE_DATE;
}

/// Replies on one campaign, by the engine: it takes nothing whose texting hours opened less than the interval ago.
pub(crate) mod automatic {
    use super::super::{clock, left_out};
    pub(crate) use super::campaign::{CAMPAIGNS_CONCERNED, CONCERNED};
    pub(crate) use super::everywhere::{LEFT_OUT_OF_COUNTED, OVERDUE, POOLS_KIND};
    use const_format::formatcp;

    /// The texting hours have been open for the interval.
    pub(crate) const IDLE_HERE: &str = clock::OPEN_LONG_ENOUGH;
    /// Idle for the interval.
    pub(crate) const IDLE: &str = formatcp!(
        "{LONG_ENOUGH} and {IDLE_HERE}",
        LONG_ENOUGH = clock::IDLE_LONG_ENOUGH
    );
    /// By the idle clock of an automatic release.
    pub(crate) const COMPOSING: &str = clock::COMPOSING_SINCE_OPENING;
    /// By the idle clock of an automatic release.
    pub(crate) const LEFT_OUT_BECAUSE: &str = left_out::LEFT_OUT_SINCE_OPENING;
}

/// A texter's own replies.
pub(crate) mod own {
    use super::super::held::UNHANDLED;
    pub(crate) use super::everywhere::{
        CAMPAIGNS_CONCERNED, COMPOSING, IDLE, IDLE_HERE, LEFT_OUT_BECAUSE, LEFT_OUT_OF_COUNTED,
        OVERDUE, POOLS_KIND,
    };
    use const_format::formatcp;

    /// Of the texter.
    pub(crate) const CONCERNED: &str = formatcp!("{UNHANDLED} and cv.assigned_to = $7");
}

/// Everything that a suspended member holds, replies and initials. They cannot act on any of it, so that no interval,
/// hours, switch or typing keeps it, and no escalation: nobody else would ever be given what is escalated, and the
/// pool keeps it for the team of its tag. What nobody could act on stays: of campaigns that are archived or drafts, and of
/// who opted out.
pub(crate) mod suspended {
    use super::super::{held, left_out};
    pub(crate) use super::everywhere::{CAMPAIGNS_CONCERNED, IDLE, IDLE_HERE, OVERDUE};
    use const_format::formatcp;

    /// Of the member.
    pub(crate) const CONCERNED: &str = formatcp!(
        "(({UNHANDLED}) or ({UNSENT})) and cv.assigned_to = $7",
        UNHANDLED = held::UNHANDLED,
        UNSENT = held::UNSENT
    );
    /// Pools of both kinds.
    pub(crate) const POOLS_KIND: &str = "any (enum_range(null::pool_kind))";
    /// Whoever typed does so no more.
    pub(crate) const COMPOSING: &str = "false";
    /// On an archived campaign or a draft, or of who opted out.
    pub(crate) const LEFT_OUT_BECAUSE: &str = left_out::LEFT_OUT_AT_SUSPENSION;
    /// The same of conversations that were counted together.
    pub(crate) const LEFT_OUT_OF_COUNTED: &str = left_out::LEFT_OUT_AT_SUSPENSION;
}
