//! The fields of a campaign's title, texting hours and zone, which creating and editing share.

use crate::components::Field;
use crate::pages::form_state::FormState;
use crate::pages::zone_suggestions::{ZONES, ZoneSuggestions};
use leptos::prelude::*;
use sentences::page;

/// What stands in the fields before they are filled in.
pub(super) struct Basics {
    pub title: String,
    pub description: String,
    pub texting_from: String,
    pub texting_until: String,
    pub time_zone: String,
}

#[component]
pub(super) fn BasicsFields(saved: Basics) -> impl IntoView {
    let form = FormState::of("basics");
    view! {
        <Field
            id="title"
            name="title"
            label=page::campaign_title()
            value=form.text("title", saved.title)
            error=form.error("title")
        />
        <Field
            id="description"
            name="description"
            label=page::campaign_description()
            hint=page::who_sees_the_description()
            value=form.text("description", saved.description)
            error=form.error("description")
        />
        <Field
            id="texting_from"
            name="texting_from"
            label=page::texting_begins()
            hint=page::what_texting_hours_mean()
            value=form.text("texting_from", saved.texting_from)
            error=form.error("texting_from")
        />
        <Field
            id="texting_until"
            name="texting_until"
            label=page::texting_ends()
            hint=page::midnight_is_24()
            value=form.text("texting_until", saved.texting_until)
            error=form.error("texting_until")
        />
        <Field
            id="time_zone"
            name="time_zone"
            label=page::time_zone()
            hint=page::whose_zone_it_is()
            suggestions=ZONES
            value=form.text("time_zone", saved.time_zone)
            error=form.error("time_zone")
        />
        <ZoneSuggestions/>
    }
}
