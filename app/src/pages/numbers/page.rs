//! The list of numbers and Messaging Services, and the forms under it.

use super::add::AddForm;
use super::region::RegionForm;
use super::row::Row;
use crate::api;
use crate::components::EmptyState;
use crate::pages::flash::Flash;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use leptos::prelude::*;
use sentences::page;

/// Every sender with its service and use, a form for another, and how numbers are read.
#[component]
pub fn NumbersPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let found = api::ports()?.numbers.numbers(&viewer).await?;
        let rows = found.senders.iter().cloned().map(|row| {
            let is_needed = found.is_needed(&row);
            view! { <Row row is_needed/> }
        });
        let content = if found.senders.is_empty() {
            view! {
                <EmptyState title=page::no_numbers_yet() text=page::no_texts_without_a_number()/>
            }
            .into_any()
        } else {
            let rows = rows.collect_view();
            view! { <ul class="rows" aria-label=page::phone_numbers()>{rows}</ul> }.into_any()
        };
        Ok(view! {
            <Page title=page::phone_numbers() viewer=Some(viewer.into())>
                <p class="back"><a href="/settings">{page::settings()}</a></p>
                <h1>{page::phone_numbers()}</h1>
                <p class="lead">{page::how_numbers_are_chosen()}</p>
                <Flash words=&[
                    ("added", page::number_is_added),
                    ("taken", page::number_is_taken_out_of_use),
                    ("used", page::number_is_used_again),
                    ("works", page::tried_number_works),
                    ("simulated", page::tried_number_is_simulated),
                    ("region", page::region_is_saved),
                    ("rate", page::rate_is_saved),
                    ("service-changed", page::number_service_is_changed),
                    ("removed", page::number_is_removed),
                    ("service-added", page::messaging_service_is_added),
                    ("service-taken", page::messaging_service_is_taken_out_of_use),
                    ("service-used", page::messaging_service_is_used_again),
                    ("service-works", page::tried_messaging_service_works),
                    ("service-simulated", page::tried_messaging_service_is_simulated),
                    ("service-rate", page::rate_of_messaging_service_is_saved),
                    ("service-service-changed", page::service_of_messaging_service_is_changed),
                    ("service-removed", page::messaging_service_is_removed),
                ]/>
                {content}
                <AddForm carries_twilio=found.carries_twilio/>
                <RegionForm region=found.region regions=found.regions/>
            </Page>
        }
        .into_any())
    })
}
