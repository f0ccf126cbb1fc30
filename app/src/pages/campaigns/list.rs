//! The list of campaigns.

use crate::api;
use crate::components::EmptyState;
use crate::domain::CampaignId;
use crate::islands::{CampaignTable, ReleaseWindow, ReleaseWindowData, WithProps};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::query_as;
use leptos::prelude::*;

/// The campaigns of the organization, newest first, with the people who wait on each.
#[component]
pub fn CampaignsPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let after = query_as::<CampaignId>("after");
        let ports = api::ports()?;
        let page = ports.campaigns.list(&viewer, after).await?;
        let running = ports.releases.running(&viewer).await?;
        let content = if page.rows.is_empty() {
            view! {
                <EmptyState
                    title="No campaigns yet"
                    text="Campaigns appear here when they are created."
                />
            }
            .into_any()
        } else {
            view! { <WithProps props=page.rows><CampaignTable/></WithProps> }.into_any()
        };
        let newest =
            after.map(|_| view! { <a class="button" href="/campaigns">"Newest campaigns"</a> });
        let next = page
            .next
            .map(|next| view! { <a class="button" rel="next" href=format!("/campaigns?after={next}")>"Next page"</a> });
        Ok(view! {
            <Page title="Campaigns" viewer=Some(viewer.into())>
                <div class="page-head">
                    <h1>"Campaigns"</h1>
                    <a class="button primary" href="/campaigns/release" data-window="release">"Release Unhandled Replies"</a>
                </div>
                <WithProps props=ReleaseWindowData { campaign: None, running }><ReleaseWindow/></WithProps>
                {content}
                <p class="paging">{newest}{next}</p>
            </Page>
        }
        .into_any())
    })
}
