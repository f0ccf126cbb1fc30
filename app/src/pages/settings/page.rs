//! The page, a section an area.

use super::organization::OrganizationForm;
use crate::api;
use crate::pages::flash::Flash;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::pieces::{PLACE, pieces};
use leptos::prelude::*;
use sentences::{admin, page};

/// What holds for the whole organization, but for what is set under Assignment Control.
#[component]
pub fn SettingsPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let found = api::ports()?
            .settings
            .organization_settings(&viewer)
            .await?;
        let [before_link, after_link] = pieces(&page::what_assignment_control_sets(PLACE));
        Ok(view! {
            <Page title=page::settings() viewer=Some(viewer.into())>
                <h1>{page::settings()}</h1>
                <p class="lead">{before_link}<a href="/assignment">{admin::assignment_control()}</a>{after_link}</p>
                <p><a href="/settings/numbers">{page::phone_numbers()}</a></p>
                <p><a href="/settings/messages">{page::how_long_messages_are_kept()}</a></p>
                <Flash words=&[("saved", page::settings_are_saved)]/>
                <OrganizationForm version=found.version settings=found.settings/>
            </Page>
        }
        .into_any())
    })
}
