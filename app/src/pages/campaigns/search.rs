//! The search, the order and the filters of the campaigns page, a form that makes an address.

use super::list_query::list_url;
use crate::components::Choice;
use crate::domain::{
    CampaignFilter, CampaignQuery, CampaignSort, CampaignTab, SwitchFilter, TitleSearch,
};
use leptos::prelude::*;
use sentences::{admin, page};

/// The form. The filters are folded away as long as none is set.
#[component]
pub(super) fn Search(asked: CampaignQuery) -> impl IntoView {
    let CampaignQuery { tab, filter, sort } = asked.clone();
    let tab_field = (tab != CampaignTab::default())
        .then(|| view! { <input type="hidden" name="tab" value=tab.as_str()/> });
    let sorts = CampaignSort::ALL
        .iter()
        .map(|sort| (sort.as_str(), sort_name(*sort).to_owned()))
        .collect();
    let searched_only = CampaignFilter {
        title: filter.title.clone(),
        ..CampaignFilter::default()
    };
    let is_filtered = filter != searched_only;
    let clear = (filter != CampaignFilter::default()).then(|| {
        let all = CampaignQuery {
            filter: CampaignFilter::default(),
            ..asked
        };
        view! { <a class="button quiet" href=list_url(&all, None)>{page::clear_the_filters()}</a> }
    });
    view! {
        <form method="get" action="/campaigns" class="campaign-search" role="search">
            {tab_field}
            <div class="search">
                <label class="heard" for="q">{page::part_of_the_title()}</label>
                <input
                    id="q"
                    type="search"
                    name="q"
                    value=filter.title.as_str().to_owned()
                    placeholder=page::part_of_the_title()
                    maxlength=TitleSearch::MAX_CHARACTERS.to_string()
                    autocomplete="off"
                />
                <Choice id="sort" name="sort" label=page::order_of_campaigns() heard=true options=sorts chosen=sort.as_str()/>
                <button class="button">{page::search()}</button>
                {clear}
            </div>
            <details class="campaign-filters" open=is_filtered>
                <summary>{page::filters_of_campaigns()}</summary>
                <div class="campaign-filter-fields">
                    <Tick name="waits" words=page::where_somebody_waits() on=filter.somebody_waits/>
                    <Tick name="overdue" words=page::where_the_due_date_has_passed() on=filter.overdue/>
                    <Tick name="no_pool" words=page::where_no_pool_hands_out() on=filter.no_pool/>
                    <SwitchChoice name="auto_assign" label=admin::auto_assign() chosen=filter.auto_assign/>
                    <SwitchChoice name="auto_release" label=admin::auto_release() chosen=filter.auto_release/>
                    <button class="button">{page::apply_the_filters()}</button>
                </div>
            </details>
        </form>
    }
}

#[component]
fn Tick(name: &'static str, words: &'static str, on: bool) -> impl IntoView {
    view! {
        <label class="tick">
            <input type="checkbox" name=name value="yes" checked=on/>
            <span>{words}</span>
        </label>
    }
}

#[component]
fn SwitchChoice(name: &'static str, label: &'static str, chosen: SwitchFilter) -> impl IntoView {
    let options = SwitchFilter::ALL
        .iter()
        .map(|filter| {
            let words = match filter {
                SwitchFilter::Any => page::on_or_off(),
                SwitchFilter::On => page::only_on(),
                SwitchFilter::Off => page::only_off(),
            };
            (filter.as_str(), words.to_owned())
        })
        .collect();
    view! { <Choice id=name name=name label=label options chosen=chosen.as_str()/> }
}

fn sort_name(sort: CampaignSort) -> &'static str {
    match sort {
        CampaignSort::OldestWait => page::oldest_wait_first(),
        CampaignSort::Newest => page::newest_first(),
        CampaignSort::MostUnhandled => page::most_unhandled_first(),
        CampaignSort::DueDate => page::earliest_due_date_first(),
    }
}
