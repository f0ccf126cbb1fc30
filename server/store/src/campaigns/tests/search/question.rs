//! What is asked of the campaigns page, at random.

use app::domain::{
    CampaignFilter, CampaignQuery, CampaignSort, CampaignTab, SwitchFilter, TitleSearch,
};
use proptest::prelude::*;
use proptest::sample::select;

/// What campaigns are called.
pub(super) const TITLES: [&str; 8] = [
    "Early vote",
    "50% of them",
    "50 of them",
    "under_score",
    "underXscore",
    "back\\slash",
    "backslash",
    "École",
];
/// What is searched for, with the titles that have it.
pub(super) const SEARCHES: [(&str, &[&str]); 9] = [
    ("", &TITLES),
    ("  early VOTE ", &["Early vote"]),
    ("50%", &["50% of them"]),
    ("r_s", &["under_score"]),
    ("k\\s", &["back\\slash"]),
    ("'; --", &[]),
    ("éCOLE", &["École"]),
    ("ecole", &["École"]),
    ("of them", &["50% of them", "50 of them"]),
];

pub(super) fn query() -> impl Strategy<Value = (usize, CampaignQuery)> {
    let switch = || select(SwitchFilter::ALL.to_vec());
    // Most of them with few filters, so that something is found.
    let rarely = || prop::bool::weighted(0.2);
    let filter = (rarely(), rarely(), rarely(), switch(), switch());
    let order = (
        select(CampaignTab::ALL.to_vec()),
        select(CampaignSort::ALL.to_vec()),
    );
    let search = prop_oneof![3 => Just(0_usize), 2 => 0..SEARCHES.len()];
    (search, filter, order).prop_map(|(search, filter, (tab, sort))| {
        let filter = CampaignFilter {
            title: TitleSearch::new(SEARCHES[search].0),
            overdue: filter.0,
            somebody_waits: filter.1,
            no_pool: filter.2,
            auto_assign: filter.3,
            auto_release: filter.4,
        };
        (search, CampaignQuery { tab, filter, sort })
    })
}
