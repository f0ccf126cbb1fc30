//! The list of campaigns.

use super::next_steps::NextStepsCard;
use crate::api;
use crate::components::{EmptyState, ReleaseSubject};
use crate::domain::CampaignId;
use crate::islands::{CampaignTable, ReleaseWindow, ReleaseWindowData, WithProps};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::query_as;
use leptos::prelude::*;
use sentences::page;

/// The campaigns of the organization, newest first, with the people who wait on each.
#[component]
pub fn CampaignsPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let after = query_as::<CampaignId>("after");
        let ports = api::ports()?;
        let page = ports.campaigns.list(&viewer, after).await?;
        let running = ports.releases.running(&viewer).await?;
        let steps = ports.campaigns.next_steps(&viewer).await?;
        let content = if page.rows.is_empty() {
            view! {
                <EmptyState
                    title=page::no_campaigns_yet()
                    text=page::campaigns_appear_here()
                />
            }
            .into_any()
        } else {
            view! { <WithProps props=page.rows><CampaignTable/></WithProps> }.into_any()
        };
        let newest = after
            .map(|_| view! { <a class="button" href="/campaigns">{page::newest_campaigns()}</a> });
        let next = page
            .next
            .map(|next| view! { <a class="button" rel="next" href=format!("/campaigns?after={next}")>{page::next_page()}</a> });
        Ok(view! {
            <Page title=page::campaigns() viewer=Some(viewer.into())>
                <div class="page-head">
                    <h1>{page::campaigns()}</h1>
                    <span class="actions">
                        <a class="button" href="/campaigns/new">{page::new_campaign()}</a>
                        <a class="button primary" href="/campaigns/release" data-window="release">{ReleaseSubject::default().heading()}</a>
                    </span>
                </div>
                <WithProps props=ReleaseWindowData { campaign: None, running }><ReleaseWindow/></WithProps>
                <NextStepsCard steps/>
                {content}
                <p class="paging">{newest}{next}</p>
            </Page>
        }
        .into_any())
    })
}
