//! The form that adds a number or a Messaging Service.

use super::row::service_name;
use crate::api::numbers::AddNumber;
use crate::components::{Choice, Field};
use crate::domain::ServiceKind;
use crate::pages::form_state::FormState;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// The number or the Messaging Service, and who carries its texts: Twilio only if this installation has an account there.
#[component]
pub(super) fn AddForm(carries_twilio: bool) -> impl IntoView {
    let form = FormState::of("add");
    let services: &[ServiceKind] = if carries_twilio {
        &[ServiceKind::Twilio, ServiceKind::Simulated]
    } else {
        &[ServiceKind::Simulated]
    };
    let options = services
        .iter()
        .map(|service| (service.as_str(), service_name(*service).to_owned()))
        .collect();
    let only_simulated =
        (!carries_twilio).then(|| view! { <p class="hint">{page::texts_are_only_simulated()}</p> });
    view! {
        <section class="card" aria-labelledby="add-title">
            <h2 id="add-title">{page::add_a_number_or_messaging_service()}</h2>
            <form method="post" action=AddNumber::PATH class="form" novalidate data-unsaved="add">
                <Field
                    id="sender"
                    name="sender"
                    label=page::phone_number_or_messaging_service()
                    hint=page::number_of_the_account()
                    value=form.text("sender", "")
                    error=form.error("sender")
                />
                <Choice
                    id="service"
                    name="service"
                    label=page::who_carries_its_texts()
                    options
                    chosen=form.text("service", "")
                    error=form.error("service")
                />
                {only_simulated}
                <div class="dialog-actions">
                    <button class="button primary">{page::add_number()}</button>
                </div>
            </form>
        </section>
    }
}
