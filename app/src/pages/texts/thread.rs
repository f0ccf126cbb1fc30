//! The messages of a conversation.

use crate::components::{Clock, EmptyState};
use crate::domain::{Direction, MessageView};
use leptos::prelude::*;
use sentences::page;

/// The messages, oldest first.
#[component]
pub fn Thread(
    /// The messages.
    messages: Vec<MessageView>,
    /// The contact's name.
    contact: String,
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
        .map(|(index, message)| view! { <Message message contact=contact.clone() latest=index == last/> })
        .collect_view();
    view! { <div class="thread" role="log" aria-label=page::messages()>{messages}</div> }.into_any()
}

#[component]
fn Message(message: MessageView, contact: String, latest: bool) -> impl IntoView {
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
            <p class="bubble">{message.body}</p>
            <p class="message-line">
                {author}" · "<Clock at=message.sent_at/>
                {message.failed.then(|| view! { <strong>" · "{page::not_delivered()}</strong> })}
            </p>
        </article>
    }
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
            sent_at: DateTime::<Utc>::UNIX_EPOCH,
            sent_by: None,
            failed: false,
        }];
        let html =
            Owner::new().with(|| view! { <Thread messages contact=hostile.to_owned()/> }.to_html());
        assert!(!html.contains("<script"), "{html}");
        assert_eq!(html.matches("&lt;script&gt;").count(), 2, "{html}");
    }
}
