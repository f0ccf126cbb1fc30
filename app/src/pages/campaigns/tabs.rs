//! The tabs of the campaigns page.

use super::list_query::list_url;
use crate::domain::{CampaignQuery, CampaignTab};
use crate::ports::CampaignTabs;
use leptos::prelude::*;
use sentences::page;

/// A link for each tab, with how many campaigns are in it; search, filters and order stay.
#[component]
pub(super) fn Tabs(asked: CampaignQuery, counts: CampaignTabs) -> impl IntoView {
    let links = CampaignTab::ALL
        .iter()
        .map(|tab| {
            let here = (*tab == asked.tab).then_some("page");
            let there = CampaignQuery {
                tab: *tab,
                ..asked.clone()
            };
            let count = sentences::number(counts.count(*tab));
            let words = [name(*tab), " · ", &count].concat();
            view! { <li><a href=list_url(&there, None) aria-current=here>{words}</a></li> }
        })
        .collect_view();
    view! { <nav class="campaign-tabs" aria-label=page::which_campaigns()><ul class="filter-links">{links}</ul></nav> }
}

fn name(tab: CampaignTab) -> &'static str {
    match tab {
        CampaignTab::Current => page::current_campaigns(),
        CampaignTab::Drafts => page::draft_campaigns(),
        CampaignTab::Archived => page::archived_campaigns(),
    }
}
