//! The form that creates a campaign.

use super::basics_fields::{Basics, BasicsFields};
use crate::api;
use crate::api::campaigns::CreateCampaign;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{island, page};

/// Title, texting hours and zone, which begin with the organization's; the rest is set on the draft's own page.
#[component]
pub fn NewCampaignPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let ports = api::ports()?;
        let found = ports.settings.organization_settings(&viewer).await?;
        let key = ports.campaign_setup.create_key();
        let saved = Basics {
            title: String::new(),
            description: String::new(),
            texting_from: found.settings.texting_from.as_str().to_owned(),
            texting_until: found.settings.texting_until.as_str().to_owned(),
            time_zone: found.settings.time_zone.unwrap_or_default(),
        };
        Ok(view! {
            <Page title=page::new_campaign() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href="/campaigns">{page::campaigns()}</a></p>
                <h1>{page::new_campaign()}</h1>
                <p class="lead">{page::a_draft_comes_first()}</p>
                <form method="post" action=CreateCampaign::PATH class="card form" novalidate data-unsaved="basics">
                    <input type="hidden" name="key" value=key.to_string()/>
                    <BasicsFields saved/>
                    <div class="dialog-actions">
                        <a class="button" href="/campaigns">{island::cancel()}</a>
                        <button class="button primary">{page::create_campaign()}</button>
                    </div>
                </form>
            </Page>
        }
        .into_any())
    })
}
