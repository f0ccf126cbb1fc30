//! What the campaigns page is asked for, as its address.

use crate::domain::{CampaignFilter, CampaignKey, CampaignQuery, SwitchFilter, TitleSearch};
use crate::pages::query::{query, query_as};
use crate::url::with_query;

/// What the address asks for. A word that it does not know counts as absent.
pub(super) fn list_query() -> CampaignQuery {
    CampaignQuery {
        tab: query_as("tab").unwrap_or_default(),
        sort: query_as("sort").unwrap_or_default(),
        filter: CampaignFilter {
            title: TitleSearch::new(&query("q").unwrap_or_default()),
            overdue: is_on("overdue"),
            auto_assign: query_as("auto_assign").unwrap_or_default(),
            auto_release: query_as("auto_release").unwrap_or_default(),
            somebody_waits: is_on("waits"),
            no_pool: is_on("no_pool"),
        },
    }
}

fn is_on(name: &str) -> bool {
    query(name).as_deref() == Some("yes")
}

/// The address of a page of campaigns; what nobody asked for is not in it.
pub(super) fn list_url(asked: &CampaignQuery, after: Option<CampaignKey>) -> String {
    let CampaignQuery { tab, filter, sort } = asked;
    let default = CampaignQuery::default();
    let word = |word: &'static str, is_default: bool| if is_default { "" } else { word };
    let on = |is_on: bool| if is_on { "yes" } else { "" };
    let switch = |filter: SwitchFilter| word(filter.as_str(), filter == SwitchFilter::Any);
    let after = after.map(|key| key.to_string()).unwrap_or_default();
    with_query(
        "/campaigns",
        &[
            ("tab", word(tab.as_str(), *tab == default.tab)),
            ("q", filter.title.as_str()),
            ("sort", word(sort.as_str(), *sort == default.sort)),
            ("overdue", on(filter.overdue)),
            ("auto_assign", switch(filter.auto_assign)),
            ("auto_release", switch(filter.auto_release)),
            ("waits", on(filter.somebody_waits)),
            ("no_pool", on(filter.no_pool)),
            ("after", &after),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::list_url;
    use crate::domain::{
        CampaignFilter, CampaignId, CampaignKey, CampaignQuery, CampaignSort, CampaignTab,
        SwitchFilter, TitleSearch,
    };

    #[test]
    fn only_what_is_asked_for_stands_in_the_address() {
        assert_eq!(list_url(&CampaignQuery::default(), None), "/campaigns");
        let asked = CampaignQuery {
            tab: CampaignTab::Archived,
            sort: CampaignSort::MostUnhandled,
            filter: CampaignFilter {
                title: TitleSearch::new("50% & more"),
                overdue: true,
                auto_assign: SwitchFilter::Off,
                auto_release: SwitchFilter::Any,
                somebody_waits: true,
                no_pool: false,
            },
        };
        let key = CampaignKey {
            rank: -3,
            campaign: CampaignId(9),
        };
        assert_eq!(
            list_url(&asked, Some(key)),
            "/campaigns?tab=archived&q=50%25+%26+more&sort=most_unhandled&overdue=yes&auto_assign=off&waits=yes&after=-3.9"
        );
    }
}
