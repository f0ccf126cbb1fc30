//! The form that adds a number.

use super::row::service_name;
use crate::api::numbers::AddNumber;
use crate::components::{Choice, Field};
use crate::domain::ServiceKind;
use crate::pages::form_state::FormState;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// The number, and who carries its texts: Twilio only if this installation has an account there.
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
            <h2 id="add-title">{page::add_a_number()}</h2>
            <form method="post" action=AddNumber::PATH class="form" novalidate data-unsaved="add">
                <Field
                    id="number"
                    name="number"
                    label=page::phone_number()
                    hint=page::number_of_the_account()
                    value=form.text("number", "")
                    error=form.error("number")
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
