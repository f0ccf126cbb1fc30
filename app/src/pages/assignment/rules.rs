//! The fields of the organization: who may request, and the limits.

use crate::components::{Choice, Field, FieldSentence, TextArea, Toggle};
use crate::domain::ApprovalLevel;
use crate::pages::form_state::FormState;
use crate::pages::pieces::{PLACE, pieces};
use crate::ports::RequestRules;
use leptos::prelude::*;
use sentences::page;
use std::sync::Arc;

#[component]
pub(super) fn Rules(rules: RequestRules, form_state: Arc<FormState>) -> impl IntoView {
    let levels = ApprovalLevel::ALL
        .map(|level| (level.as_str(), level.to_string()))
        .into();
    let limit = |limit: Option<i32>| limit.map(|limit| limit.to_string()).unwrap_or_default();
    let [before_link, after_link] = pieces(&page::set_level_of_members(PLACE));
    let message = "requests_disabled_message";
    let message_error = form_state.error(message);
    view! {
        <div class="cards">
            <section class="card" aria-labelledby="requests-title">
                <h2 id="requests-title">{page::requests()}</h2>
                <div class="form">
                    <Toggle
                        name="requests_enabled"
                        label=page::requests_enabled()
                        hint=page::what_disabled_requests_mean()
                        on=form_state.on("requests_enabled", rules.requests_enabled)
                    />
                    <div class="form-field">
                        <label class="field" for=message>{page::message_while_disabled()}</label>
                        <TextArea
                            id=message
                            name=message
                            text=form_state.text(message, rules.requests_disabled_message)
                            described_by="requests_disabled_message-error"
                        />
                        <FieldSentence id=message error=message_error/>
                    </div>
                    <Choice
                        id="default_approval_level"
                        name="default_approval_level"
                        label=page::approval_level_of_new_members()
                        options=levels
                        chosen=form_state.text("default_approval_level", rules.default_approval_level.as_str())
                        error=form_state.error("default_approval_level")
                    />
                    <p class="hint">{before_link}<a href="/people">{page::people()}</a>{after_link}</p>
                </div>
            </section>
            <section class="card" aria-labelledby="limits-title">
                <h2 id="limits-title">{page::limits()}</h2>
                <div class="form">
                    <Toggle
                        name="finish_replies_first"
                        label=page::finish_replies_first()
                        hint=page::what_finishing_first_means()
                        on=form_state.on("finish_replies_first", rules.finish_replies_first)
                    />
                    <Field
                        id="most_open_replies"
                        name="most_open_replies"
                        label=page::most_open_replies()
                        kind="number"
                        placeholder=page::no_limit()
                        hint=page::what_most_open_replies_means()
                        value=form_state.text("most_open_replies", limit(rules.most_open_replies))
                        error=form_state.error("most_open_replies")
                    />
                    <Field
                        id="most_texts_per_day"
                        name="most_texts_per_day"
                        label=page::most_texts_in_a_day()
                        kind="number"
                        placeholder=page::no_limit()
                        hint=page::what_most_texts_means()
                        value=form_state.text("most_texts_per_day", limit(rules.most_texts_per_day))
                        error=form_state.error("most_texts_per_day")
                    />
                </div>
            </section>
        </div>
    }
}
