//! The choice of an organization, in the head of a page.

use crate::api;
use crate::api::session::ChooseOrganization;
use crate::ports::OtherOrganizations;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// The other organizations of the viewer; nothing for who has one.
pub(super) fn other_organizations() -> Option<OtherOrganizations> {
    api::request().ok()?.extensions.get().cloned()
}

/// A form that leads to another organization of the viewer. Nothing for who has one.
#[component]
pub(super) fn Organizations() -> impl IntoView {
    let OtherOrganizations(others) = other_organizations()?;
    let options = others
        .into_iter()
        .map(|other| view! { <option value=other.organization.to_string()>{other.name}</option> })
        .collect_view();
    Some(view! {
        <form method="post" action=ChooseOrganization::PATH class="organizations">
            <label class="heard" for="other-organization">{page::other_organization()}</label>
            <select id="other-organization" name="organization">{options}</select>
            <button class="button quiet">{page::change_to_organization()}</button>
        </form>
    })
}
