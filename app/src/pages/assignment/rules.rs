//! The organization's part: who may ask, and the limits.

use crate::components::{Choice, Field, FieldSentence, TextArea, Toggle};
use crate::domain::ApprovalLevel;
use crate::pages::sent::Sent;
use crate::ports::RequestRules;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub(super) fn Rules(rules: RequestRules, sent: Arc<Sent>) -> impl IntoView {
    let levels = ApprovalLevel::ALL
        .map(|level| (level.as_str(), level.to_string()))
        .into();
    let limit = |limit: Option<i32>| limit.map(|limit| limit.to_string()).unwrap_or_default();
    let message = "requests_disabled_message";
    let message_error = sent.error(message);
    view! {
        <div class="cards">
            <section class="card" aria-labelledby="requests-title">
                <h2 id="requests-title">"Requests"</h2>
                <div class="form">
                    <Toggle
                        name="requests_enabled"
                        label="Requests enabled"
                        hint="Off, texters read the message below instead of the request form."
                        on=sent.on("requests_enabled", rules.requests_enabled)
                    />
                    <div class="form-field">
                        <label class="field" for=message>"Message while requests are disabled"</label>
                        <TextArea
                            id=message
                            name=message
                            text=sent.text(message, rules.requests_disabled_message)
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
                        chosen=sent.text("default_approval_level", rules.default_approval_level.as_str())
                        error=sent.error("default_approval_level")
                    />
                    <p class="hint">"Members who are here already have theirs on "<a href="/people">"People"</a>"."</p>
                </div>
            </section>
            <section class="card" aria-labelledby="limits-title">
                <h2 id="limits-title">"Limits"</h2>
                <div class="form">
                    <Toggle
                        name="finish_replies_first"
                        label="Finish replies first"
                        hint="Who holds replies that they can answer gets nothing more until they have."
                        on=sent.on("finish_replies_first", rules.finish_replies_first)
                    />
                    <Field
                        id="most_open_replies"
                        name="most_open_replies"
                        label="Most open replies"
                        kind="number"
                        placeholder="No limit"
                        hint="How many replies a texter may hold unanswered."
                        value=sent.text("most_open_replies", limit(rules.most_open_replies))
                        error=sent.error("most_open_replies")
                    />
                    <Field
                        id="most_texts_per_day"
                        name="most_texts_per_day"
                        label="Most texts per texter in 24 hours"
                        kind="number"
                        placeholder="No limit"
                        hint="How many conversations a texter is given through the request form."
                        value=sent.text("most_texts_per_day", limit(rules.most_texts_per_day))
                        error=sent.error("most_texts_per_day")
                    />
                </div>
            </section>
        </div>
    }
}
