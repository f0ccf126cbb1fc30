//! The card of title, texting hours and zone.

use super::basics_fields::{Basics, BasicsFields};
use crate::api::campaigns::SaveBasics;
use crate::domain::{CampaignId, CampaignState};
use crate::ports::CampaignSettings;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// The form that saves them, and what that does to those who text now.
#[component]
pub(super) fn BasicsCard(id: CampaignId, settings: CampaignSettings) -> impl IntoView {
    let runs = matches!(
        settings.state,
        CampaignState::Started | CampaignState::Paused
    );
    let basics = settings.basics;
    let saved = Basics {
        title: basics.title,
        texting_from: basics.texting_from.as_str().to_owned(),
        texting_until: basics.texting_until.as_str().to_owned(),
        time_zone: basics.time_zone,
    };
    view! {
        <section class="card" aria-labelledby="basics-title">
            <h2 id="basics-title">{page::title_and_texting_hours()}</h2>
            {runs.then(|| view! { <p>{page::other_hours_hold_at_once()}</p> })}
            <form method="post" action=SaveBasics::PATH class="form" novalidate data-unsaved="basics">
                <input type="hidden" name="campaign" value=id.to_string()/>
                <input type="hidden" name="version" value=settings.version.to_string()/>
                <BasicsFields saved/>
                <div class="dialog-actions">
                    <button class="button primary">{page::save_title_and_hours()}</button>
                </div>
            </form>
        </section>
    }
}
