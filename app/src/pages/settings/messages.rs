//! The page that says how long messages are kept.

use crate::api;
use crate::api::settings::KeepMessages;
use crate::components::{Field, FieldSentence};
use crate::domain::KeptDays;
use crate::pages::flash::Flash;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, page};

/// For how many days, and the confirmation where messages would be erased at once.
#[component]
pub fn KeptMessagesPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let days = api::ports()?.settings.kept_messages(&viewer).await?;
        Ok(view! {
            <Page title=page::how_long_messages_are_kept() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href="/settings">{page::settings()}</a></p>
                <h1>{page::how_long_messages_are_kept()}</h1>
                <p class="lead">{page::what_keeping_messages_means()}</p>
                <Flash words=&[("saved", page::how_long_is_saved)]/>
                <Form days/>
            </Page>
        }
        .into_any())
    })
}

#[component]
fn Form(days: Option<KeptDays>) -> impl IntoView {
    let form = FormState::of("messages");
    let was = days.map(|days| days.days().to_string()).unwrap_or_default();
    let confirm = form.error("confirmed");
    view! {
        <form method="post" action=KeepMessages::PATH class="card form" novalidate data-unsaved="messages">
            <input type="hidden" name="was" value=form.text("was", was.as_str())/>
            <Field
                id="days"
                name="days"
                label=page::days_until_messages_are_erased()
                kind="number"
                hint=page::kept_for_good_when_empty()
                value=form.text("days", was)
                error=form.error("days")
            />
            {confirm.map(|sentence| view! {
                <div class="form-field">
                    <FieldSentence id="confirmed" error=Some(sentence)/>
                    <label class="confirm-checkbox">
                        <input id="confirmed" type="checkbox" name="confirmed" value="true" data-autofocus aria-describedby="confirmed-error"/>
                        <span>{page::erase_them()}</span>
                    </label>
                </div>
            })}
            <div class="dialog-actions">
                <button class="button primary">{admin::save()}</button>
            </div>
        </form>
    }
}
