//! The fields of the organization: who may request, and the limits.

use crate::components::{Choice, Field, FieldSentence, TextArea, Toggle};
use crate::domain::ApprovalLevel;
use crate::pages::form_state::FormState;
use crate::ports::RequestRules;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub(super) fn Rules(rules: RequestRules, form_state: Arc<FormState>) -> impl IntoView {
    let levels = ApprovalLevel::ALL
        .map(|level| (level.as_str(), level.to_string()))
        .into();
    let limit = |limit: Option<i32>| limit.map(|limit| limit.to_string()).unwrap_or_default();
    let message = "requests_disabled_message";
    let message_error = form_state.error(message);
    view! {
        <div class="cards">
            <section class="card" aria-labelledby="requests-title">
                <h2 id="requests-title">"Requests"</h2>
                <div class="form">
                    <Toggle
                        name="requests_enabled"
                        label="Requests enabled"
                        hint="When off, texters see the message below instead of the request form."
                        on=form_state.on("requests_enabled", rules.requests_enabled)
                    />
                    <div class="form-field">
                        <label class="field" for=message>"Message while requests are disabled"</label>
                        <TextArea
                            id=message
                            name=message
                            text=form_state.text(message, rules.requests_disabled_message)
                            may_be_empty=true
                            described_by="requests_disabled_message-error"
                        />
                        <FieldSentence id=message error=message_error/>
                    </div>
                    <Choice
                        id="default_approval_level"
                        name="default_approval_level"
                        label="Approval level of new members"
                        options=levels
                        chosen=form_state.text("default_approval_level", rules.default_approval_level.as_str())
                        error=form_state.error("default_approval_level")
                    />
                    <p class="hint">"Set the level of current members on "<a href="/people">"People"</a>"."</p>
                </div>
            </section>
            <section class="card" aria-labelledby="limits-title">
                <h2 id="limits-title">"Limits"</h2>
                <div class="form">
                    <Toggle
                        name="finish_replies_first"
                        label="Finish replies first"
                        hint="Texters who have replies to answer cannot request more until they have answered them."
                        on=form_state.on("finish_replies_first", rules.finish_replies_first)
                    />
                    <Field
                        id="most_open_replies"
                        name="most_open_replies"
                        label="Most open replies"
                        kind="number"
                        placeholder="No limit"
                        hint="How many unanswered replies a texter can have."
                        value=form_state.text("most_open_replies", limit(rules.most_open_replies))
                        error=form_state.error("most_open_replies")
                    />
                    <Field
                        id="most_texts_per_day"
                        name="most_texts_per_day"
                        label="Most texts per texter in 24 hours"
                        kind="number"
                        placeholder="No limit"
                        hint="How many conversations a texter can get through the request form."
                        value=form_state.text("most_texts_per_day", limit(rules.most_texts_per_day))
                        error=form_state.error("most_texts_per_day")
                    />
                </div>
            </section>
        </div>
    }
}
