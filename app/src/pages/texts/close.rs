//! The close of a conversation and its end: the forms, and the notice after a close.

use super::contact::full_name;
use crate::api::conversations::{CloseConversation, ReopenConversation};
use crate::domain::{
    ConversationId, ConversationStatus, ConversationView, Holding, ShownThread, Texter,
};
use crate::pages::query::query_as;
use crate::ports::Ports;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// Whether its reader can close it.
pub fn may_close(view: &ConversationView) -> bool {
    view.holding == Holding::Mine && !view.opted_out && view.status.closed().is_ok()
}

/// Whether its reader can reopen it.
fn may_reopen(view: &ConversationView) -> bool {
    view.holding == Holding::Mine && !view.opted_out && view.status == ConversationStatus::Closed
}

/// The form of **Close**, whose button is beside **Opt out** in the reply box. What its page shows is said by
/// [`ShownFields`].
#[component]
pub fn CloseForm<'a>(
    /// The conversation.
    view: &'a ConversationView,
) -> impl IntoView {
    let (id, lease_epoch) = (view.id.to_string(), view.lease_epoch.to_string());
    may_close(view).then(|| {
        view! {
            <form method="post" action=CloseConversation::PATH id="close" hidden>
                <input type="hidden" name="conversation" value=id/>
                <input type="hidden" name="lease_epoch" value=lease_epoch/>
            </form>
        }
    })
}

/// The fields of [`CloseForm`] that say what the page shows. They are in the thread, so that they change with it.
#[component]
pub fn ShownFields(
    /// What is shown.
    shown: ShownThread,
) -> impl IntoView {
    view! {
        <input type="hidden" form="close" name="messages" value=shown.messages.to_string()/>
        {shown.last_message.map(|id| view! {
            <input type="hidden" form="close" name="last_message" value=id.to_string()/>
        })}
    }
}

/// That the conversation is closed, and **Reopen**; nothing where it is not.
#[component]
pub fn IsClosed<'a>(
    /// The conversation.
    view: &'a ConversationView,
) -> impl IntoView {
    may_reopen(view).then(|| {
        view! {
            <div class="notice day-result">
                <p>{page::conversation_is_closed()}</p>
                <ReopenForm id=view.id lease_epoch=view.lease_epoch/>
            </div>
        }
    })
}

/// A conversation that was just closed.
pub struct JustClosed {
    id: ConversationId,
    lease_epoch: i32,
    name: String,
}

/// What was just closed, as far as the address says so and it can be reopened.
pub async fn just_closed(ports: &Ports, viewer: &Texter) -> Option<JustClosed> {
    let id = query_as::<ConversationId>("closed")?;
    // Who is not to be read about here is not named: whatever the address says.
    let view = ports.conversations.open(viewer, id).await.ok()?;
    may_reopen(&view).then(|| JustClosed {
        id,
        lease_epoch: view.lease_epoch,
        name: full_name(&view),
    })
}

/// That it is closed, with the way back.
#[component]
pub fn ClosedNotice(
    /// What was just closed.
    closed: Option<JustClosed>,
) -> impl IntoView {
    view! {
        <div role="status">
            {closed.map(|closed| view! {
                <div class="notice notice-good day-result">
                    <p>{page::conversation_was_closed(&closed.name)}</p>
                    <ReopenForm id=closed.id lease_epoch=closed.lease_epoch/>
                </div>
            })}
        </div>
    }
}

#[component]
fn ReopenForm(id: ConversationId, lease_epoch: i32) -> impl IntoView {
    view! {
        <form method="post" action=ReopenConversation::PATH>
            <input type="hidden" name="conversation" value=id.to_string()/>
            <input type="hidden" name="lease_epoch" value=lease_epoch.to_string()/>
            <button class="button">{page::reopen()}</button>
        </form>
    }
}
