//! The messages of a conversation.

use super::close::ShownFields;
use super::media::Media;
use super::opt_out_note::{OptOutLine, stands_before};
use crate::components::{Clock, EmptyState};
use crate::domain::{
    ConversationId, Delivery, Direction, MessageMark, MessageView, OptOutNote, ShownThread,
};
use crate::islands::browser::thread_element_id;
use crate::view_models::delivery_words;
use leptos::prelude::*;
use sentences::{island, page};

/// The messages, oldest first, and between them when the contact opted out and when that was lifted.
#[component]
pub fn Thread(
    /// The messages.
    messages: Vec<MessageView>,
    /// The opt-outs, oldest first.
    #[prop(optional)]
    notes: Vec<OptOutNote>,
    /// The contact's name.
    contact: String,
    /// The address of the page that opts the contact out, if its reader may do that.
    opt_out: Option<String>,
    /// The conversation, if its page keeps the messages up to date.
    #[prop(optional)]
    live: Option<ConversationId>,
    /// What its page shows, if its reader can close it.
    #[prop(optional_no_strip)]
    closable: Option<ShownThread>,
    /// The address of the messages before these, if there are any.
    #[prop(optional_no_strip)]
    earlier: Option<String>,
) -> impl IntoView {
    let id = live.map(thread_element_id);
    if messages.is_empty() {
        return view! {
            <div id=id><EmptyState title=page::no_messages_yet() text=page::initial_message_not_sent()/></div>
        }
        .into_any();
    }
    let last = messages.len() - 1;
    let mut notes = notes.into_iter().peekable();
    let mut lines = Vec::new();
    let mut previous = None;
    for (index, message) in messages.into_iter().enumerate() {
        while let Some(note) = notes.next_if(|note| stands_before(note, previous, &message)) {
            lines.push(view! { <OptOutLine note/> }.into_any());
        }
        previous = Some(message.sent_at);
        let (contact, latest, opt_out) = (contact.clone(), index == last, opt_out.clone());
        lines.push(view! { <Message message contact latest opt_out/> }.into_any());
    }
    lines.extend(notes.map(|note| view! { <OptOutLine note/> }.into_any()));
    // The first child of every thread that is kept up to date, also where nothing can be closed any more: its children are
    // compared one by one. It takes no row of the grid.
    let fields = live.map(|_| {
        view! { <div hidden>{closable.map(|shown| view! { <ShownFields shown/> })}</div> }
    });
    let earlier = earlier.map(|address| {
        view! { <p class="hint"><a href=address>{page::show_earlier_messages()}</a></p> }
    });
    view! { <div class="thread" id=id role="log" aria-label=page::messages()>{fields}{earlier}{lines}</div> }
        .into_any()
}

#[component]
fn Message(
    message: MessageView,
    contact: String,
    latest: bool,
    opt_out: Option<String>,
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
    let failed = matches!(message.delivery, Some(Delivery::Failed(_)));
    let delivery = message.delivery.as_ref().map(|delivery| {
        let words = delivery_words(delivery);
        if failed {
            view! { " · "<strong>{words}</strong> }.into_any()
        } else {
            view! { " · "{words} }.into_any()
        }
    });
    view! {
        // Links to a thread lead to its latest message, which is what waits for an answer.
        <article class=class class:failed=failed id=latest.then_some("latest")>
            {has_words.then(|| view! { <p class="bubble">{message.body}</p> })}
            {media}
            <p class="message-line">
                {author}" · "<Clock at=message.sent_at/>
                {delivery}
            </p>
            {message.mark.map(|mark| view! { <Mark mark opt_out/> })}
        </article>
    }
}

/// What is to be noticed about a message, and **Opt out** where that may be wanted.
#[component]
fn Mark(mark: MessageMark, opt_out: Option<String>) -> impl IntoView {
    let (class, words, address) = match mark {
        MessageMark::MayWantToOptOut => ("tag tag-failed", page::may_want_to_opt_out(), opt_out),
        MessageMark::LiftsOptOut => ("tag", page::contact_lifted_their_opt_out(), None),
    };
    let link = address.map(|address| view! { " "<a href=address>{island::opt_out()}</a> });
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
            delivery: None,
            mark: None,
        }];
        let html = Owner::new().with(|| {
            view! { <Thread messages contact=hostile.to_owned() opt_out=None/> }.to_html()
        });
        assert!(!html.contains("<script"), "{html}");
        assert_eq!(html.matches("&lt;script&gt;").count(), 2, "{html}");
    }
}
