//! A number or a Messaging Service in the list.

use crate::api::numbers::{SaveRate, TakeNumberOutOfUse, TryNumber, UseNumberAgain};
use crate::components::{Clock, Field, RequiredCheckbox};
use crate::domain::{Sender, ServiceKind, TextRate};
use crate::pages::form_state::FormState;
use crate::pages::pieces::{PLACE, pieces};
use crate::pages::query::query;
use crate::ports::SenderRow;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, page};

/// The sender, what is on its way, and what can be done with it. `is_needed`: new conversations would have no sender
/// without it.
#[component]
pub(super) fn Row(row: SenderRow, is_needed: bool) -> impl IntoView {
    let sender = row.sender.as_str().to_owned();
    let service = service_name(row.service);
    let kind = matches!(row.sender, Sender::MessagingService(_))
        .then(|| format!("{} · ", page::messaging_service()));
    let tag = if row.in_use {
        view! { <span class="tag tag-started">{page::number_in_use()}</span> }
    } else {
        view! { <span class="tag">{page::number_out_of_use()}</span> }
    };
    let last_text = match row.last_text_at {
        Some(at) => {
            let [before, after] = pieces(&page::last_text_at(PLACE));
            view! { {before}<Clock at/>{after} }.into_any()
        }
        None => page::no_text_lately().into_any(),
    };
    let rate = row.rate.map(|rate| {
        format!(
            "{} · ",
            page::number_sends_so_many_a_second(rate.texts().unsigned_abs())
        )
    });
    let switch = if row.in_use {
        view! { <TakeOutOfUse sender=sender.clone() is_needed/> }.into_any()
    } else {
        view! {
            <form method="post" action=UseNumberAgain::PATH>
                <input type="hidden" name="sender" value=sender.clone()/>
                <button class="button" aria-label=page::use_this_number_again(&sender)>{page::use_again()}</button>
            </form>
        }
        .into_any()
    };
    let try_label = page::try_this_number(&sender);
    let change = format!("/settings/numbers/{sender}");
    let change_label = page::change_this_number(&sender);
    view! {
        <li class="row">
            <div class="row-main">
                <strong>{sender.clone()}</strong>" "{tag}
                <p>{kind}{service}" · "{rate}{page::texts_on_their_way(row.on_their_way)}" · "{last_text}</p>
            </div>
            <form method="post" action=TryNumber::PATH>
                <input type="hidden" name="sender" value=sender/>
                <button class="button" aria-label=try_label>{page::try_number()}</button>
            </form>
            <RateForm sender=row.sender rate=row.rate/>
            {switch}
            <a class="button" href=change aria-label=change_label>{page::change_number()}</a>
        </li>
    }
}

/// The form that sets how many texts a second are sent from a sender.
#[component]
fn RateForm(sender: Sender, rate: Option<TextRate>) -> impl IntoView {
    let form = FormState::of("rate");
    let refused = query("sender").as_deref() == Some(sender.as_str());
    let error = form.error("rate").filter(|_| refused);
    let saved = rate.map_or_else(String::new, |rate| rate.to_string());
    let value = if refused {
        form.text("rate", saved)
    } else {
        saved
    };
    // Each sender has such a form. The others were not refused.
    let unsaved = if refused { "rate" } else { "" };
    view! {
        <form method="post" action=SaveRate::PATH class="form form-line" novalidate data-unsaved=unsaved>
            <input type="hidden" name="sender" value=sender.as_str().to_owned()/>
            <Field
                id=format!("rate-{}", sender.for_html_id())
                name="rate"
                label=page::texts_a_second()
                kind="number"
                placeholder=page::no_limit_of_batons()
                value=value
                error=error
            />
            <button class="button" aria-label=page::save_rate_of(sender.as_str())>{admin::save()}</button>
        </form>
    }
}

/// The form that takes a sender out of use; the last one while campaigns text has to be confirmed.
#[component]
fn TakeOutOfUse(sender: String, is_needed: bool) -> impl IntoView {
    let form = FormState::of("take");
    let error = form
        .error("confirmed")
        .filter(|_| query("sender").as_deref() == Some(&sender));
    let label = page::take_this_number_out_of_use(&sender);
    let confirmation = is_needed.then(|| {
        view! { <RequiredCheckbox label=page::nobody_new_is_texted_without_it() error/> }
    });
    view! {
        <form method="post" action=TakeNumberOutOfUse::PATH novalidate>
            <input type="hidden" name="sender" value=sender/>
            {confirmation}
            <div class:dialog-actions=is_needed>
                <button class="button" aria-label=label>{page::take_out_of_use()}</button>
            </div>
        </form>
    }
}

/// The service in the language of who reads.
pub(in crate::pages) fn service_name(service: ServiceKind) -> &'static str {
    match service {
        ServiceKind::Simulated => page::service_simulated(),
        ServiceKind::Twilio => page::service_twilio(),
    }
}
