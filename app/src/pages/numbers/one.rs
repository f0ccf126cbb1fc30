//! The page of a number or a Messaging Service: another service for it, and its removal.

use super::row::service_name;
use crate::api;
use crate::api::numbers::{ChangeService, RemoveNumber};
use crate::components::RequiredCheckbox;
use crate::domain::{Sender, ServiceKind};
use crate::error::AppError;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::path_part;
use crate::ports::SenderRow;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// What is seldom done with a sender, each with what it leads to and a confirmation.
#[component]
pub fn NumberPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let sender = path_part::<Sender>("sender")?;
        let found = api::ports()?.numbers.numbers(&viewer).await?;
        let mut senders = found.senders.into_iter();
        let row = senders.find(|row| row.sender == sender);
        let row = row.ok_or(AppError::NotFound)?;
        let title = sender.to_string();
        Ok(view! {
            <Page title=title.clone() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href="/settings/numbers">{page::phone_numbers()}</a></p>
                <h1>{title}</h1>
                <ServiceForm row=row.clone() carries_twilio=found.carries_twilio/>
                <RemoveForm row/>
            </Page>
        }
        .into_any())
    })
}

/// The form that has the sender's texts carried by the other service, where this installation has an account there.
#[component]
fn ServiceForm(row: SenderRow, carries_twilio: bool) -> impl IntoView {
    let other = match row.service {
        ServiceKind::Simulated => ServiceKind::Twilio,
        ServiceKind::Twilio => ServiceKind::Simulated,
    };
    let consequence = match other {
        ServiceKind::Simulated => page::texts_will_reach_nobody(),
        ServiceKind::Twilio => page::texts_will_reach_contacts(),
    };
    let why_not = match other {
        ServiceKind::Twilio if !carries_twilio => Some(page::texts_are_only_simulated()),
        ServiceKind::Simulated if row.last_text_at.is_some() => {
            Some(page::number_texted_contacts())
        }
        _ => None,
    };
    let content = if let Some(sentence) = why_not {
        view! { <p class="hint">{sentence}</p> }.into_any()
    } else {
        view! {
            <form method="post" action=ChangeService::PATH novalidate>
                <input type="hidden" name="sender" value=row.sender.to_string()/>
                <input type="hidden" name="service" value=other.as_str()/>
                <RequiredCheckbox id="service-confirmed" label=consequence error=FormState::of("service").error("confirmed")/>
                <div class="dialog-actions">
                    <button class="button">{page::change_to_service(service_name(other))}</button>
                </div>
            </form>
        }
        .into_any()
    };
    view! {
        <section class="card" aria-labelledby="service-title">
            <h2 id="service-title">{page::who_carries_its_texts()}</h2>
            <p>{page::texts_are_carried_by(service_name(row.service))}</p>
            {content}
        </section>
    }
}

/// The form that removes the sender; what to do first, or instead, where it cannot be removed.
#[component]
fn RemoveForm(row: SenderRow) -> impl IntoView {
    let why_not = if row.last_text_at.is_some() {
        Some(page::number_has_texts())
    } else if row.in_use {
        Some(page::take_it_out_of_use_first())
    } else {
        None
    };
    let content = match why_not {
        Some(sentence) => view! { <p class="hint">{sentence}</p> }.into_any(),
        None => view! {
            <form method="post" action=RemoveNumber::PATH novalidate>
                <input type="hidden" name="sender" value=row.sender.to_string()/>
                <RequiredCheckbox id="remove-confirmed" label=page::what_removing_a_number_does() error=FormState::of("remove").error("confirmed")/>
                <div class="dialog-actions">
                    <button class="button danger">{page::remove_number()}</button>
                </div>
            </form>
        }
        .into_any(),
    };
    view! {
        <section class="card" aria-labelledby="remove-title">
            <h2 id="remove-title">{page::remove_number()}</h2>
            {content}
        </section>
    }
}
