//! The fragments that differ by the mode of a release. Each mode has all of them, for
//! [`by_mode`](macro@super::by_mode).

/// Replies on all campaigns.
pub(in crate::store) mod everywhere {
    use super::super::{clock, held, left_out};
    use const_format::formatcp;

    /// What a release looks at: held conversations, everybody's or those that it is about.
    pub(in crate::store) const CONCERNED: &str = held::UNHANDLED;
    /// The campaigns that it looks at.
    pub(in crate::store) const CAMPAIGNS_CONCERNED: &str = "true";
    /// The kind of the pools that what it releases is handed out from.
    pub(in crate::store) const POOLS_KIND: &str = "'replies'";
    /// Idle for the interval, as far as it depends on the campaign and the zone, not on the conversation.
    pub(in crate::store) const IDLE_HERE: &str = "true";
    /// Idle for the interval.
    pub(in crate::store) const IDLE: &str = formatcp!(
        "{LONG_ENOUGH} and {IDLE_HERE}",
        LONG_ENOUGH = clock::IDLE_LONG_ENOUGH
    );
    /// Its texter is typing.
    pub(in crate::store) const COMPOSING: &str = clock::COMPOSING;
    /// Why it is left alone; null = nothing protects it.
    pub(in crate::store) const LEFT_OUT_BECAUSE: &str = left_out::LEFT_OUT_BECAUSE;
}

/// Replies on one campaign, by hand.
pub(in crate::store) mod campaign {
    use super::super::held::UNHANDLED;
    pub(in crate::store) use super::everywhere::{
        COMPOSING, IDLE, IDLE_HERE, LEFT_OUT_BECAUSE, POOLS_KIND,
    };
    use const_format::formatcp;

    /// Of the campaign.
    pub(in crate::store) const CONCERNED: &str = formatcp!("{UNHANDLED} and cv.campaign_id = $7");
    /// The campaign.
    pub(in crate::store) const CAMPAIGNS_CONCERNED: &str = "ca.id = $7";
}

/// Unsent initials on one campaign, by hand.
pub(in crate::store) mod unsent {
    use super::super::held::UNSENT;
    pub(in crate::store) use super::campaign::CAMPAIGNS_CONCERNED;
    pub(in crate::store) use super::everywhere::{COMPOSING, IDLE, IDLE_HERE, LEFT_OUT_BECAUSE};
    use const_format::formatcp;

    /// Of the campaign.
    pub(in crate::store) const CONCERNED: &str = formatcp!("{UNSENT} and cv.campaign_id = $7");
    /// Pools of initials.
    pub(in crate::store) const POOLS_KIND: &str = "'initials'";
}

/// Replies on one campaign, by the engine: it takes nothing whose texting hours opened less than the interval ago.
pub(in crate::store) mod automatic {
    use super::super::{clock, left_out};
    pub(in crate::store) use super::campaign::{CAMPAIGNS_CONCERNED, CONCERNED};
    pub(in crate::store) use super::everywhere::POOLS_KIND;
    use const_format::formatcp;

    /// The texting hours have been open for the interval.
    pub(in crate::store) const IDLE_HERE: &str = clock::OPEN_LONG_ENOUGH;
    /// Idle for the interval.
    pub(in crate::store) const IDLE: &str = formatcp!(
        "{LONG_ENOUGH} and {IDLE_HERE}",
        LONG_ENOUGH = clock::IDLE_LONG_ENOUGH
    );
    /// By the idle clock of an automatic release.
    pub(in crate::store) const COMPOSING: &str = clock::COMPOSING_SINCE_OPENING;
    /// By the idle clock of an automatic release.
    pub(in crate::store) const LEFT_OUT_BECAUSE: &str = left_out::LEFT_OUT_SINCE_OPENING;
}

/// A texter's own replies.
pub(in crate::store) mod own {
    use super::super::held::UNHANDLED;
    pub(in crate::store) use super::everywhere::{
        CAMPAIGNS_CONCERNED, COMPOSING, IDLE, IDLE_HERE, LEFT_OUT_BECAUSE, POOLS_KIND,
    };
    use const_format::formatcp;

    /// Of the texter.
    pub(in crate::store) const CONCERNED: &str = formatcp!("{UNHANDLED} and cv.assigned_to = $7");
}
