//! The card of title, texting hours and zone.

use super::basics_fields::{Basics, BasicsFields};
use super::section::{Section, SectionForm};
use crate::api::campaigns::SaveBasics;
use crate::ports::CampaignSettings;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// The form that saves them.
#[component]
pub(super) fn BasicsCard(section: Section, settings: CampaignSettings) -> impl IntoView {
    let basics = settings.basics;
    let theirs = vec![
        (page::campaign_title(), basics.title.clone()),
        (page::campaign_description(), basics.description.clone()),
        (page::texting_hours(), settings.hours),
    ];
    let saved = Basics {
        title: basics.title,
        description: basics.description,
        texting_from: basics.texting_from.as_str().to_owned(),
        texting_until: basics.texting_until.as_str().to_owned(),
        time_zone: basics.time_zone,
    };
    view! {
        <section class="card" aria-labelledby="basics-title">
            <h2 id="basics-title">{page::title_and_texting_hours()}</h2>
            <SectionForm section action=SaveBasics::PATH button=page::save_title_and_hours() theirs>
                <BasicsFields saved/>
            </SectionForm>
        </section>
    }
}
