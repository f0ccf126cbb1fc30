//! The filters of the release history, which are addresses.

use crate::domain::{CampaignTitle, ReleaseFilter, ReleasedBy};
use crate::pages::query::query_as;
use leptos::prelude::*;
use sentences::{admin, page};

/// What the address asks for.
pub(super) fn filter_from_query() -> ReleaseFilter {
    ReleaseFilter {
        by: query_as("by"),
        campaign: query_as("campaign"),
        group: query_as("group"),
    }
}

/// The same as the query of an address: `?by=hand&campaign=7`, or nothing.
pub(super) fn history_url(path: &str, filter: ReleaseFilter, after: Option<String>) -> String {
    let fields = [
        filter.by.map(|by| format!("by={}", by.as_str())),
        filter
            .campaign
            .map(|campaign| format!("campaign={campaign}")),
        filter.group.map(|group| format!("group={group}")),
        after.map(|after| format!("after={after}")),
    ];
    let query = fields.into_iter().flatten().collect::<Vec<_>>().join("&");
    match query.as_str() {
        "" => path.to_owned(),
        query => format!("{path}?{query}"),
    }
}

/// Links for who released, and a form for the campaign: both are addresses.
#[component]
pub(super) fn Filters(filter: ReleaseFilter, campaigns: Vec<CampaignTitle>) -> impl IntoView {
    let everybody = (None, page::all_releases());
    let links = std::iter::once(everybody)
        .chain(ReleasedBy::ALL.map(|by| (Some(by), name(by))))
        .map(|(by, name)| {
            let here = (by == filter.by).then_some("page");
            let path = history_url("/releases", ReleaseFilter { by, ..filter }, None);
            view! { <li><a href=path aria-current=here>{name}</a></li> }
        })
        .collect_view();
    let options = campaigns
        .into_iter()
        .map(|campaign| {
            let id = campaign.campaign;
            let chosen = filter.campaign == Some(id);
            view! { <option value=id.to_string() selected=chosen>{campaign.title}</option> }
        })
        .collect_view();
    view! {
        <div class="filters">
            <nav aria-label=page::who_released()><ul class="filter-links">{links}</ul></nav>
            <form method="get" action="/releases" class="filter-campaign">
                {filter.by.map(|by| view! { <input type="hidden" name="by" value=by.as_str()/> })}
                <label for="campaign">{admin::campaign()}</label>
                <select id="campaign" name="campaign">
                    <option value="">{page::all_campaigns()}</option>
                    {options}
                </select>
                <button class="button">{page::show_releases()}</button>
            </form>
        </div>
    }
}

fn name(by: ReleasedBy) -> &'static str {
    match by {
        ReleasedBy::Hand => page::releases_by_hand(),
        ReleasedBy::Automatic => page::releases_by_nobody(),
        ReleasedBy::Texters => page::releases_by_texters(),
        ReleasedBy::Undo => page::undos(),
    }
}

#[cfg(test)]
mod tests {
    use super::history_url;
    use crate::domain::{CampaignId, ReleaseFilter, ReleaseId, ReleasedBy};

    #[test]
    fn keeps_what_is_asked_for_in_the_address() {
        let filter = ReleaseFilter {
            by: Some(ReleasedBy::Hand),
            campaign: Some(CampaignId(7)),
            group: None,
        };
        assert_eq!(
            history_url("/releases", filter, Some("9".into())),
            "/releases?by=hand&campaign=7&after=9"
        );
        let group = ReleaseFilter {
            group: Some(ReleaseId(5)),
            ..filter
        };
        assert_eq!(
            history_url("/releases", group, None),
            "/releases?by=hand&campaign=7&group=5"
        );
        assert_eq!(
            history_url("/releases.csv", ReleaseFilter::default(), None),
            "/releases.csv"
        );
    }
}
