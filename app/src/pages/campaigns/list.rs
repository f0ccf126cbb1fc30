//! The list of campaigns.

use super::changes_notice::changes_notice;
use super::chosen_bar::ChosenBar;
use super::list_query::{list_query, list_url};
use super::menu::RowMenus;
use super::next_steps::NextStepsCard;
use super::search::Search;
use super::tabs::Tabs;
use crate::api;
use crate::components::{EmptyState, ReleaseSubject};
use crate::domain::{CampaignFilter, CampaignKey, CampaignQuery, CampaignTab};
use crate::islands::{
    CampaignTable, CampaignTableData, ReleaseWindow, ReleaseWindowData, WithProps,
};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{query, query_as};
use crate::ports::{CampaignPage, CampaignTabs};
use crate::view_models::CampaignTableRow;
use leptos::prelude::*;
use sentences::page;

/// The campaigns of the organization that are asked for, with the people who wait on each.
#[component]
pub fn CampaignsPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let asked = list_query();
        let after = query_as::<CampaignKey>("after");
        let ports = api::ports()?;
        let campaigns = ports.campaigns;
        let found = campaigns.list(&viewer, &asked, after).await?;
        let tabs = campaigns.tabs(&viewer).await?;
        let running = ports.releases.running(&viewer).await?;
        let steps = campaigns.next_steps(&viewer).await?;
        let notice = changes_notice(&viewer).await?;
        let first = after.map(|_| {
            view! { <a class="button" href=list_url(&asked, None)>{page::first_page()}</a> }
        });
        let next = found.next.map(|next| {
            view! { <a class="button" rel="next" href=list_url(&asked, Some(next))>{page::next_page()}</a> }
        });
        let above = is_there_any(tabs).then(|| {
            view! { <Tabs asked=asked.clone() counts=tabs/><Search asked=asked.clone()/> }
        });
        let content = if found.rows.is_empty() {
            let (title, text) = nothing(&asked, tabs);
            view! { <EmptyState title text/> }.into_any()
        } else {
            view! { <Table found asked after/> }.into_any()
        };
        Ok(view! {
            <Page title=page::campaigns() viewer=Some(viewer.into())>
                <div class="page-head">
                    <h1>{page::campaigns()}</h1>
                    <span class="actions">
                        <a class="button" href="/campaigns/new">{page::new_campaign()}</a>
                        <a class="button primary" href="/campaigns/release" data-window="release">{ReleaseSubject::default().heading()}</a>
                    </span>
                </div>
                {notice}
                <WithProps props=ReleaseWindowData { campaign: None, running }><ReleaseWindow/></WithProps>
                <NextStepsCard steps/>
                {above}
                {content}
                <p class="paging">{first}{next}</p>
            </Page>
        }
        .into_any())
    })
}

/// The live table, the bar for those that are chosen, and the menus of its rows.
#[component]
fn Table(found: CampaignPage, asked: CampaignQuery, after: Option<CampaignKey>) -> impl IntoView {
    let back = list_url(&asked, after);
    let rows = found.rows.len();
    // People wait on current campaigns alone.
    let is_first = asked.tab == CampaignTab::Current && after.is_none() && found.next.is_none();
    let are_all = is_first && asked.filter == CampaignFilter::default();
    let menus = view! { <RowMenus campaigns=&found.rows back=&back/> };
    let props = CampaignTableData {
        rows: CampaignTableRow::all(found.rows),
        chosen: query("chosen").as_deref() == Some("all"),
        lead: if are_all {
            String::new()
        } else {
            page::on_these_campaigns().to_owned()
        },
    };
    view! {
        <WithProps props><CampaignTable/></WithProps>
        <ChosenBar asked after rows/>
        {menus}
    }
}

fn is_there_any(tabs: CampaignTabs) -> bool {
    CampaignTab::ALL.iter().any(|tab| tabs.count(*tab) > 0)
}

/// Why nothing is listed, and what to do.
fn nothing(asked: &CampaignQuery, tabs: CampaignTabs) -> (&'static str, &'static str) {
    if !is_there_any(tabs) {
        (page::no_campaigns_yet(), page::campaigns_appear_here())
    } else if asked.filter != CampaignFilter::default() {
        (
            page::no_campaign_found(),
            page::search_for_other_campaigns(),
        )
    } else {
        match asked.tab {
            CampaignTab::Current => (page::no_current_campaigns(), page::launch_a_draft()),
            CampaignTab::Drafts => (page::no_draft_campaigns(), page::campaigns_appear_here()),
            CampaignTab::Archived => (page::no_archived_campaigns(), page::archived_appear_here()),
        }
    }
}
