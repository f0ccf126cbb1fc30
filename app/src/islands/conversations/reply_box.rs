//! The reply box, where a texter answers.

use super::draft::Draft;
use super::opt_out::OptOut;
use super::ownership::Ownership;
use super::time_left::time_left;
use crate::api::conversations::{SendText, send_text};
use crate::components::{Alert, Countdown, Segments, TextArea, derive, is_near};
use crate::domain::{ConversationId, Holding, MessageId};
use crate::error::AppError;
use crate::islands::browser::{
    PendingForm, Writing, input_before_hydration, navigate_to, page_ahead,
};
use crate::islands::island_props::{IslandProps, island_props};
use crate::islands::submission::{OnSuccess, Submission};
use crate::view_models::OwnershipState;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::island;
use serde::{Deserialize, Serialize};

/// The conversation when its page was made.
#[derive(Serialize, Deserialize)]
pub struct ReplyData {
    /// Which one.
    pub conversation: ConversationId,
    /// What the send must carry.
    pub lease_epoch: i32,
    /// The last text that was sent; a page that does not know the latest sends nothing.
    pub last_text: Option<MessageId>,
    /// Whether nothing was sent yet. Whoever has a hundred first texts to send wants one key for it, so
    /// the button has the focus.
    pub first: bool,
    /// What was typed before and not sent; of a first text, the script.
    pub draft: String,
    /// Who typed it, if it was somebody else.
    pub begun_by: String,
    /// In whose hands it was.
    pub ownership: OwnershipState,
}

impl Default for ReplyData {
    fn default() -> Self {
        Self {
            conversation: ConversationId(0),
            lease_epoch: 0,
            last_text: None,
            first: false,
            draft: String::new(),
            begun_by: String::new(),
            ownership: OwnershipState {
                holding: Holding::Mine,
                notice: None,
                release_in: None,
                opted_out: false,
                hours_refresh_in: None,
                thread: 0,
            },
        }
    }
}

/// A context around the reply box: whether the last text is its texter's own, and minutes old. Only the page is told.
#[cfg(feature = "ssr")]
#[derive(Clone, Copy)]
pub struct WroteLately(pub bool);

impl IslandProps for ReplyData {
    const ID: &'static str = "props-reply";
}

/// The reply box. Awake, it keeps the draft on the server as it is typed, counts, says when the
/// conversation is about to go and when it is gone, and sends without losing anything when it is
/// refused. Without WASM it is a form.
#[island]
pub fn ReplyBox() -> impl IntoView {
    let ReplyData {
        conversation,
        lease_epoch,
        last_text,
        first,
        draft,
        begun_by,
        ownership,
    } = island_props();
    let ownership = Ownership::track(conversation, ownership);
    let early_input = input_before_hydration("reply");
    let saved_draft = Draft::new(conversation, draft.clone());
    if let Some(text) = early_input {
        // Not before it is hydrated: what the server wrote about another text would stay.
        Effect::new(move |_| saved_draft.set_text(text.clone()));
    }
    // Who is writing is left alone for a moment longer: the server knows for how long.
    Effect::new(move |_| {
        if saved_draft.saved_changes.get() > 0 && is_near(untrack(move || ownership.release_in())) {
            ownership.refresh();
        }
    });
    let submission = Submission::new();
    let next_page = [
        "/texts/next?after=",
        &conversation.to_string(),
        if first { "&sent=first" } else { "&sent=1" },
    ]
    .concat();

    let send = move |event: SubmitEvent| {
        event.prevent_default();
        if !untrack(move || ownership.may_send()) {
            return;
        }
        let body = saved_draft.text.get_untracked();
        let unsent = body.clone();
        let mut fields = vec![
            ("conversation", conversation.to_string()),
            ("lease_epoch", lease_epoch.to_string()),
            ("body", body.clone()),
            ("first", first.to_string()),
        ];
        fields.extend(last_text.map(|id| ("last_text", id.to_string())));
        let sending = PendingForm::new(SendText::PATH, fields);
        let writing = Writing::text();
        let unanswered = writing.clone();
        // Nothing is refused, which is said here.
        let ahead = page_ahead().filter(|_| !body.trim().is_empty());
        let paused = saved_draft.pause();
        let request = Box::pin(async move {
            paused.await;
            let next_page = send_text(conversation, lease_epoch, body, first, last_text).await?;
            drop(sending);
            writing.show_sent();
            let on_success: OnSuccess = Box::new(move || {
                // The button stays off until the next page is there.
                submission.busy.set(true);
                navigate_to(&next_page);
            });
            Ok(on_success)
        });
        let on_failure = move |error: &AppError| {
            // Nobody else may save it, if somebody else has signed in. If it was sent all the same, the server keeps no
            // draft of it.
            if unanswered.show_unsent(&error.to_string()) {
                saved_draft.resume(unsent);
            }
        };
        submission.submit_or(request, Box::new(on_failure));
        // It goes on behind the page that comes next.
        if let Some(address) = ahead {
            navigate_to(&address);
        }
    };
    let curly_is_longer = move || {
        saved_draft
            .text
            .with(|text| Segments::are_fewer_with_straight_quotes(text))
    };
    let length = derive(move || saved_draft.text.with(|text| Segments::of(text)).to_string());
    // Not while its own text is on its way, nor when that has failed: what became of it is said, and it may be sent again.
    // From a page of a reply that knows of none, one is taken all the same (`PageState`).
    let knows_texts = first || last_text.is_some();
    let is_behind = move || {
        knows_texts
            && ownership.has_newer_text()
            && !submission.busy.get()
            && submission
                .error
                .with(|error| error.is_empty() || error == island::conversation_changed())
    };
    let notice = move || {
        let sentence = ownership.sentence();
        if sentence.is_empty() && is_behind() {
            island::changed_elsewhere().to_owned()
        } else {
            sentence
        }
    };
    let is_current = derive(move || !ownership.came_back() && !is_behind());
    let own = begun_by.is_empty();
    let here = ["/texts/", &conversation.to_string()].concat();
    let label = if first {
        island::your_initial_message()
    } else {
        island::your_reply()
    };
    let form = view! {
        <form
            id="answer"
            method="post"
            action=SendText::PATH
            class="reply-box"
            novalidate
            data-next=next_page
            aria-busy=derive(move || submission.busy.get().to_string())
            on:submit=send
        >
            <div role="status">
                <p class="notice notice-warning" hidden=derive(move || notice().is_empty())>
                    {derive(notice)}
                    <a hidden=is_current href=here.clone()>" "{island::open_it_again()}</a>
                </p>
            </div>
            <p class="quiet-caption" role="status">{derive(move || time_left(ownership.release_in()))}</p>
            <Alert sentence=submission.error/>
            <Countdown left=derive(move || ownership.release_in()) unless_answered=true/>
            <input type="hidden" name="conversation" value=conversation.to_string()/>
            <input type="hidden" name="first" value=first.to_string()/>
            <input type="hidden" name="lease_epoch" value=lease_epoch.to_string()/>
            {last_text.map(|id| view! { <input type="hidden" name="last_text" value=id.to_string()/> })}
            <p class="begun" hidden=own>
                <strong>{island::name_started_this_draft(&begun_by)}</strong>" "{island::change_it_before_you_send()}
            </p>
            <label class="quiet-caption" for="reply">{label}</label>
            <div class="composer">
                <TextArea
                    id="reply"
                    name="body"
                    text=draft
                    rows=1
                    maxlength=Segments::MAX_CHARACTERS
                    required=true
                    input=Callback::new(move |text| saved_draft.set_text(text))
                />
                <button
                    class="button primary"
                    data-autofocus=first.then_some("")
                    disabled=derive(move || submission.busy.get() || !ownership.may_send())>
                    {derive(move || if submission.busy.get() { island::sending() } else { island::send() })}
                </button>
            </div>
            // What it does is the script's (`script/fill.js`), as of the responses; without one the page is fetched with it.
            <button
                class="button quiet"
                formmethod="get"
                formaction=here
                name="response"
                value="straight"
                data-fill="straight"
                hidden=derive(move || !curly_is_longer())
            >
                {island::use_straight_quotes()}
            </button>
            <div class="reply-line">
                // Shown where the page has some (`style/pages/reply-box.css`), as the button that closes.
                <button type="button" popovertarget="responses" class="button quiet opt-out">{island::responses()}</button>
                <OptOut conversation done=derive(move || ownership.opted_out())/>
                // Shown where the page has the form (`style/pages/reply-box.css`).
                <button form="close" class="button quiet opt-out">{island::close_conversation()}</button>
                <p class="hint"><span>{length}</span>" "<span>{derive(move || saved_draft.status.get())}</span></p>
            </div>
        </form>
    };
    // Who goes back after a text, where no script runs, would find it in the box again, as if it were another one: there the
    // browser is to put nothing back. Elsewhere it is what keeps words that were not sent.
    #[cfg(feature = "ssr")]
    let form = {
        let wrote_lately = use_context::<WroteLately>().is_some_and(|lately| lately.0);
        let off = wrote_lately.then_some("off");
        form.add_any_attr(leptos::attr::autocomplete(off))
    };
    form
}
