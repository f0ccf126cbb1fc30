//! The live figures of a campaign, in words: the same in its page as it is made and in the events that follow.

use crate::domain::CampaignCounts;
use sentences::admin;

/// How many are unsent, unhandled and in the pool, and the oldest wait, each with the name by which the page finds it.
pub fn campaign_figures(counts: &CampaignCounts) -> [(&'static str, String); 4] {
    let oldest = counts.oldest_wait;
    let oldest = oldest.map_or_else(|| admin::no_one_waiting().to_owned(), |age| age.to_string());
    [
        ("unsent", sentences::number(counts.unsent)),
        ("unhandled", sentences::number(counts.unhandled)),
        ("in_pool", sentences::number(counts.in_pool)),
        ("oldest_wait", oldest),
    ]
}
