//! The page that asks before a contact is opted out, with the goodbye, which can be edited for them.

use crate::api;
use crate::api::conversations::OptOutContact;
use crate::components::{FieldSentence, TextArea};
use crate::domain::{ConversationId, OptOutQuestion};
use crate::error::AppError;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{path_id, query};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{island, page};

/// The address of the page, from their conversation or from Message Review, to which it leads back.
pub fn opt_out_path(conversation: ConversationId, in_review: bool) -> String {
    let from = if in_review { "?review=true" } else { "" };
    format!("/texts/{conversation}/opt-out{from}")
}

/// **Opt out** below a line of a list.
#[component]
pub fn OptOutLink(
    /// Whose.
    conversation: ConversationId,
    /// Their name.
    contact: String,
    /// Whether the list is that of Message Review.
    in_review: bool,
) -> impl IntoView {
    view! {
        <a
            class="reply-action"
            href=opt_out_path(conversation, in_review)
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
        // Who reviews may have no part in it, and no page of their own.
        let in_review = query("review").is_some();
        let back = if in_review {
            format!("/review?open={id}")
        } else {
            format!("/texts/{id}#opt-out")
        };
        let contact = match question.contact.as_str() {
            "" => page::no_name().to_owned(),
            name => name.to_owned(),
        };
        Ok(view! {
            <Page title=island::opt_out() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href=back.clone()>{contact}</a></p>
                <h1>{page::no_more_texts()}</h1>
                <Question id question back in_review/>
            </Page>
        }
        .into_any())
    })
}

#[component]
fn Question(
    id: ConversationId,
    question: OptOutQuestion,
    back: String,
    in_review: bool,
) -> impl IntoView {
    if question.opted_out {
        return view! { <p class="notice notice-warning">{AppError::OptedOut.to_string()}</p> }
            .into_any();
    }
    let form = FormState::of("opt-out");
    let goodbye = question.goodbye.map(|goodbye| {
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
                    text=form.text("goodbye_text", goodbye)
                    described_by="goodbye-text-error"
                />
                <FieldSentence id="goodbye-text" error=form.error("goodbye_text")/>
            </div>
        }
    });
    view! {
        <form method="post" action=OptOutContact::PATH class="card" data-unsaved="opt-out">
            <input type="hidden" name="conversation" value=id.to_string()/>
            {in_review.then(|| view! { <input type="hidden" name="review" value="true"/> })}
            <p>{page::no_one_can_text_them()}</p>
            {goodbye}
            <div class="dialog-actions">
                // Back to where they came from.
                <a class="button" href=back data-discard="">{island::cancel()}</a>
                <button class="button primary">{page::yes_opt_out()}</button>
            </div>
        </form>
    }
    .into_any()
}
