//! The form that answers a conversation from Message Review, or why there is none.

use crate::api::reviews::AnswerInReview;
use crate::components::{Segments, TextArea};
use crate::domain::{AfterAnswer, ConversationStatus, Direction, Holding};
use crate::error::AppError;
use crate::pages::form_state::FormState;
use crate::pages::query::query;
use crate::pages::text_length::{StraightQuotes, TextLength};
use crate::pages::texts::{Kept, Obstacle, ResponseChoices, SendingBlocked};
use crate::ports::ReviewedConversation;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{island, page};

/// The answer, and whose the conversation is afterwards.
#[component]
pub(super) fn Answer(
    conversation: ReviewedConversation,
    /// The address of this page.
    back: String,
) -> impl IntoView {
    let ReviewedConversation {
        view,
        holder,
        may_keep,
    } = conversation;
    let obstacle = if view.opted_out {
        Some(AppError::OptedOut.to_string())
    } else if view.archived {
        Some(page::campaign_is_archived_now().to_owned())
    } else if view.status == ConversationStatus::NeedsMessage {
        Some(page::first_text_is_its_texters().to_owned())
    } else {
        None
    };
    // What this reviewer wrote when it was refused; another's is not theirs to send.
    let draft = view.draft.as_ref().filter(|draft| draft.by.is_none());
    let draft = draft.map(|draft| draft.body.clone()).unwrap_or_default();
    if let Some(sentence) = obstacle {
        let kept = (!draft.is_empty()).then(|| view! { <Kept text=draft/> });
        return view! { <Obstacle sentence=Some(sentence) address=back/> {kept} }.into_any();
    }
    let mut texts = view.messages.iter().rev();
    let last_text = texts.find(|text| text.direction == Direction::Outbound);
    let last_text = last_text.map(|text| {
        view! { <input type="hidden" name="last_text" value=text.id.to_string()/> }
    });
    let loser = holder.filter(|_| view.holding != Holding::Mine);
    let state = FormState::of("answer");
    // Whoever writes what nobody holds mostly helps out once.
    let suggested = match (&loser, view.holding) {
        (Some(_), _) | (None, Holding::Mine) if may_keep => AfterAnswer::Mine,
        _ => AfterAnswer::Pool,
    };
    let text = state.text("body", draft.as_str());
    // Who leaves is not asked about what is kept.
    let is_kept = !draft.is_empty() && text.trim() == draft;
    let unsaved = if is_kept { "" } else { "answer" };
    let then = query("then").filter(|_| state.filled_in());
    let then = then.and_then(|then| then.parse::<AfterAnswer>().ok());
    let is_offered = |then: &AfterAnswer| may_keep || *then == AfterAnswer::Pool;
    let then = then.filter(is_offered).unwrap_or(suggested);
    let choice = |after: AfterAnswer, words: &'static str| {
        view! {
            <label class="tick">
                <input type="radio" name="then" value=after.as_str() checked=then == after/>
                <span>{words}</span>
            </label>
        }
    };
    let responses = view.offers_texts().then(|| {
        let view = view.clone();
        view! {
            <details>
                <summary>{page::script_and_canned_responses()}</summary>
                <ResponseChoices view form="review-answer"/>
            </details>
        }
    });
    // As of the reply box: what was sent is not put back into the box.
    let autocomplete = view.wrote_lately.then_some("off");
    let kept = page::review_kept_when_you_send();
    let blocked = view! { <SendingBlocked view=&view kept/> }.into_any();
    view! {
        <Obstacle sentence=None address=back.clone()/>
        {blocked}
        <form id="review-answer" method="post" action=AnswerInReview::PATH class="review-answer" data-unsaved=unsaved autocomplete=autocomplete novalidate>
            <input type="hidden" name="conversation" value=view.id.to_string()/>
            <input type="hidden" name="lease_epoch" value=view.lease_epoch.to_string()/>
            {last_text}
            <input type="hidden" name="back" value=back/>
            <label class="field" for="answer">{page::review_your_answer()}</label>
            <TextArea id="answer" name="body" text=text.clone() rows=3 maxlength=Segments::MAX_CHARACTERS required=true/>
            <TextLength of="answer" text=text.clone()/>
            // Kept up to date with the thread, whose children are compared one by one.
            <div id="holder" role="status"><div>
                {loser.map(|name| view! { <p class="hint">{page::review_texter_loses_it(&name)}</p> })}
            </div></div>
            {(!may_keep).then(|| view! { <p class="hint">{page::review_goes_back_to_its_teams()}</p> })}
            <fieldset>
                <legend class="hint">{page::review_afterwards()}</legend>
                {may_keep.then(|| choice(AfterAnswer::Mine, page::review_afterwards_mine()))}
                {choice(AfterAnswer::Pool, page::review_afterwards_pool())}
            </fieldset>
            <button class="button primary">{island::send()}</button>
            // Behind it, which is the button that Enter presses.
            <StraightQuotes text/>
            {responses}
        </form>
    }
    .into_any()
}
