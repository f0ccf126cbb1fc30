//! The release forms as pages, without WASM.

use super::confirm::Confirm;
use super::release_query::release_query;
use crate::api;
use crate::components::{ReleaseFields, ReleaseSubject, derive};
use crate::domain::{Admin, CampaignId, ReleaseKind, ReleaseOrder, ReleasePolicy};
use crate::error::AppError;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{path_id, query_as};
use crate::view_models::PreviewWords;
use leptos::prelude::*;
use sentences::page;

/// **Release Unhandled Replies**.
#[component]
pub fn ReleasePage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        form_page(viewer, ReleaseSubject::default()).await
    })
}

/// **Release Unreplied Conversations** or **Release Unsent Messages** of one campaign.
#[component]
pub fn CampaignReleasePage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = path_id::<CampaignId>()?;
        let campaign = api::ports()?.campaigns.find(&viewer, id).await?;
        let subject = ReleaseSubject {
            campaign: Some(id),
            title: campaign.title,
            kind: query_as("kind")
                // What somebody holds is released by their suspension; a second pass has a page of its own.
                .filter(|kind| matches!(kind, ReleaseKind::Replies | ReleaseKind::Unsent))
                .unwrap_or(ReleaseKind::Replies),
        };
        form_page(viewer, subject).await
    })
}

/// The form, which asks this same page for its preview, and under the preview the button that
/// releases by the policy that was previewed.
async fn form_page(viewer: Admin, subject: ReleaseSubject) -> Result<AnyView, AppError> {
    let form = release_query();
    let policy = untrack(|| form.policy()).ok();
    let preview = match policy {
        Some(policy) => {
            let order = order(&subject, policy);
            let result = api::ports()?.releases.preview(&viewer, order).await?;
            let one = subject.campaign.is_some();
            Some(PreviewWords::of(result, subject.kind, one))
        }
        None => None,
    };
    let auto_assign_off = preview
        .as_ref()
        .map_or(0, |preview| preview.auto_assign_off);
    let (heading, lead) = (subject.heading(), subject.lead());
    let (back, of) = match subject.campaign {
        Some(campaign) => (format!("/campaigns/{campaign}"), subject.title.clone()),
        None => ("/campaigns".to_owned(), page::campaigns().to_owned()),
    };
    let path = match subject.campaign {
        Some(campaign) => format!("/campaigns/{campaign}/release"),
        None => "/campaigns/release".to_owned(),
    };
    let kind = subject.kind.as_str();
    let subject = RwSignal::new(subject);
    Ok(view! {
        <Page title=heading viewer=Some(viewer.into()) class="narrow">
            <p class="back"><a href=back.clone()>{of}</a></p>
            <h1>{heading}</h1>
            <p class="lead">{lead}</p>
            <form method="get" action=path class="card">
                <ReleaseFields form subject auto_assign_off=derive(move || auto_assign_off)/>
                <input type="hidden" name="kind" value=kind/>
                <input type="hidden" name="asked" value="1"/>
                <button class="button">{page::update_the_preview()}</button>
            </form>
            {policy.zip(preview).map(|(policy, preview)| view! { <Confirm policy preview subject back/> })}
        </Page>
    }
    .into_any())
}

/// On one campaign the preview shows what is released if that is confirmed.
fn order(subject: &ReleaseSubject, policy: ReleasePolicy) -> ReleaseOrder {
    match subject.campaign {
        Some(campaign) => ReleaseOrder::on_campaign(campaign, subject.kind, policy.interval, true),
        None => ReleaseOrder::Everywhere(policy),
    }
}
