//! The messages of a conversation.

use super::media::Media;
use crate::components::{Clock, EmptyState};
use crate::domain::{ConversationId, Direction, MessageMark, MessageView};
use leptos::prelude::*;
use sentences::{island, page};

/// The messages, oldest first.
#[component]
pub fn Thread(
    /// The messages.
    messages: Vec<MessageView>,
    /// The contact's name.
    contact: String,
    /// The conversation, if its reader may opt the contact out.
    opt_out: Option<ConversationId>,
) -> impl IntoView {
    if messages.is_empty() {
        return view! {
            <EmptyState title=page::no_messages_yet() text=page::initial_message_not_sent()/>
        }
        .into_any();
    }
    let last = messages.len() - 1;
    let messages = messages
        .into_iter()
        .enumerate()
        .map(|(index, message)| view! { <Message message contact=contact.clone() latest=index == last opt_out/> })
        .collect_view();
    view! { <div class="thread" role="log" aria-label=page::messages()>{messages}</div> }.into_any()
}

#[component]
fn Message(
    message: MessageView,
    contact: String,
    latest: bool,
    opt_out: Option<ConversationId>,
) -> impl IntoView {
    let has_words = !message.body.is_empty() || message.media.is_empty();
    let media = message.media.into_iter();
    let media = media
        .map(|media| view! { <Media media contact=contact.clone()/> })
        .collect_view();
    let (class, author) = match message.direction {
        Direction::Inbound => ("message in", contact),
        Direction::Outbound => (
            "message out",
            message
                .sent_by
                .unwrap_or_else(|| page::sent_automatically().to_owned()),
        ),
    };
    view! {
        // Links to a thread lead to its latest message, which is what waits for an answer.
        <article class=class class:failed=message.failed id=latest.then_some("latest")>
            {has_words.then(|| view! { <p class="bubble">{message.body}</p> })}
            {media}
            <p class="message-line">
                {author}" · "<Clock at=message.sent_at/>
                {message.failed.then(|| view! { <strong>" · "{page::not_delivered()}</strong> })}
            </p>
            {message.mark.map(|mark| view! { <Mark mark opt_out/> })}
        </article>
    }
}

/// What is to be noticed about a message, and **Opt out** where that may be wanted.
#[component]
fn Mark(mark: MessageMark, opt_out: Option<ConversationId>) -> impl IntoView {
    let (class, words, id) = match mark {
        MessageMark::MayWantToOptOut => ("tag tag-failed", page::may_want_to_opt_out(), opt_out),
        MessageMark::LiftsOptOut => ("tag", page::contact_lifted_their_opt_out(), None),
    };
    let link = id.map(|id| {
        view! { " "<a href=format!("/texts/{id}/opt-out")>{island::opt_out()}</a> }
    });
    view! { <p class="message-line"><span class=class>{words}</span>{link}</p> }
}

#[cfg(test)]
mod tests {
    use super::Thread;
    use crate::domain::{Direction, MessageId, MessageView};
    use chrono::{DateTime, Utc};
    use leptos::prelude::*;

    #[test]
    fn what_a_contact_writes_is_text() {
        let hostile = "</p></textarea><script>alert(1)</script>";
        let messages = vec![MessageView {
            id: MessageId(1),
            direction: Direction::Inbound,
            body: hostile.into(),
            media: Vec::new(),
            sent_at: DateTime::<Utc>::UNIX_EPOCH,
            sent_by: None,
            failed: false,
            mark: None,
        }];
        let html = Owner::new().with(|| {
            view! { <Thread messages contact=hostile.to_owned() opt_out=None/> }.to_html()
        });
        assert!(!html.contains("<script"), "{html}");
        assert_eq!(html.matches("&lt;script&gt;").count(), 2, "{html}");
    }
}
