//! **Send it by e-mail**.

use crate::api::invites::SendInvite;
use crate::components::{FieldSentence, TextArea};
use crate::domain::{InviteId, MailRecipients};
use crate::pages::form_state::FormState;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// The form that sends an open link to addresses. `left` is how many may still join by it, if that is limited.
#[component]
pub(super) fn SendForm(id: InviteId, left: Option<u32>) -> impl IntoView {
    let form = FormState::of("addresses");
    let error = form.error("addresses");
    let described_by = match error {
        Some(_) => "addresses-error addresses-hint",
        None => "addresses-hint",
    };
    let most = MailRecipients::MAX.to_string();
    view! {
        <form method="post" action=SendInvite::PATH class="card form" novalidate data-unsaved="addresses">
            <h2>{page::send_it_by_mail()}</h2>
            <input type="hidden" name="invite" value=id.to_string()/>
            <div class="form-field">
                <label class="field" for="addresses">{page::recipients()}</label>
                <TextArea id="addresses" name="addresses" text=form.text("addresses", "") described_by/>
                <p class="hint" id="addresses-hint">
                    {page::recipients_hint(&most)}" "{left.map(page::uses_left)}
                </p>
                <FieldSentence id="addresses" error/>
            </div>
            <div class="dialog-actions">
                <button class="button primary">{page::send_invite_mails()}</button>
            </div>
        </form>
    }
}
