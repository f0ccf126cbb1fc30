//! The page that asks before a contact is opted out, with the goodbye, which can be edited for them.

use crate::api;
use crate::api::conversations::OptOutContact;
use crate::components::{Segments, TextArea};
use crate::domain::{ConversationId, OptOutQuestion, contact_name};
use crate::error::AppError;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{path_id, query};
use crate::pages::text_length::{StraightQuotes, TextLength};
use crate::url::{own_page, with_query};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{island, page};

/// The address of the page, to which its conversation leads, or a page of Message Review, which it leads back to.
pub fn opt_out_path(conversation: ConversationId, back: &str) -> String {
    with_query(&format!("/texts/{conversation}/opt-out"), &[("back", back)])
}

/// **Opt out** below a line of a list.
#[component]
pub fn OptOutLink(
    /// Whose.
    conversation: ConversationId,
    /// Their name.
    contact: String,
    /// The page that it leads back to, if that is one of Message Review.
    #[prop(optional)]
    back: String,
) -> impl IntoView {
    view! {
        <a
            class="reply-action"
            href=opt_out_path(conversation, &back)
            aria-label=page::opt_out_contact(&contact)
        >
            {island::opt_out()}
        </a>
    }
}

/// Whom it is about, what it means, and the goodbye that is sent unless it is not wanted.
#[component]
pub fn OptOutPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::texter()?;
        let id = path_id::<ConversationId>()?;
        let conversations = api::ports()?.conversations;
        let question = conversations.opt_out_question(&viewer, id).await?;
        let review = review_page();
        let contact = contact_name(&question.contact);
        Ok(view! {
            <Page title=island::opt_out() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href=back(id, review.as_deref())>{contact}</a></p>
                <h1>{page::no_more_texts()}</h1>
                <Question id question review/>
            </Page>
        }
        .into_any())
    })
}

/// The page of Message Review that the address leads back to, if it does: who reviews may have no part in a conversation,
/// and no page of their own.
pub(super) fn review_page() -> Option<String> {
    query("back").filter(|back| own_page(back).is_some() && back.starts_with("/review?"))
}

/// Where they came from.
fn back(id: ConversationId, review: Option<&str>) -> String {
    review.map_or_else(|| format!("/texts/{id}#opt-out"), str::to_owned)
}

#[component]
fn Question(
    id: ConversationId,
    question: OptOutQuestion,
    /// The page of Message Review that it leads back to.
    review: Option<String>,
) -> impl IntoView {
    if question.opted_out {
        return view! { <p class="notice notice-warning">{AppError::OptedOut.to_string()}</p> }
            .into_any();
    }
    let form = FormState::of("opt-out");
    let goodbye = question
        .goodbye
        .map(|goodbye| form.text("goodbye_text", goodbye));
    let straight = goodbye.clone().map(|text| view! { <StraightQuotes text/> });
    let goodbye = goodbye.map(|text| {
        view! {
            <label class="confirm-checkbox">
                <input type="checkbox" name="goodbye" value="true" checked=form.on("goodbye", true)/>
                <span>{page::send_the_goodbye()}</span>
            </label>
            <div class="form-field">
                <label class="field" for="goodbye-text">{page::last_text()}</label>
                <TextArea
                    id="goodbye-text"
                    name="goodbye_text"
                    text=text.clone()
                    maxlength=Segments::MAX_CHARACTERS
                />
                <TextLength of="goodbye-text" text/>
            </div>
        }
    });
    let cancel = back(id, review.as_deref());
    view! {
        <form method="post" action=OptOutContact::PATH class="card" data-unsaved="opt-out">
            <input type="hidden" name="conversation" value=id.to_string()/>
            {review.map(|back| view! { <input type="hidden" name="back" value=back/> })}
            <p>{page::no_one_can_text_them()}</p>
            {goodbye}
            <div class="dialog-actions">
                // Back to where they came from.
                <a class="button" href=cancel data-discard="">{island::cancel()}</a>
                <button class="button primary">{page::yes_opt_out()}</button>
            </div>
            {straight}
        </form>
    }
    .into_any()
}
