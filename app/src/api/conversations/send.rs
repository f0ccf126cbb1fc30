use crate::domain::{ConversationId, MessageId};
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Sends a text, fenced by what the page was given, and says where the texter goes then: to
/// what they have to do next, or else home.
///
/// # Errors
/// As [`crate::ports::Conversations::send`].
#[server(prefix = "/api", endpoint = "conversations/send", output = Postcard)]
pub async fn send_text(
    /// On which conversation.
    conversation: ConversationId,
    /// What the page was given when it was opened.
    lease_epoch: i32,
    /// What to send.
    body: String,
    /// Whether the page took it for the first text.
    #[server(default)]
    first: bool,
    /// The last text that the page shows as sent.
    #[server(default)]
    last_text: Option<MessageId>,
) -> Result<String, AppError> {
    use crate::api;
    use crate::domain::PageState;
    let viewer = api::texter()?;
    let conversations = api::ports()?.conversations;
    let page = PageState {
        lease_epoch,
        last_text,
    };
    if first {
        conversations
            .send_first(&viewer, conversation, page, body)
            .await?;
    } else {
        conversations
            .send(&viewer, conversation, page, body)
            .await?;
    }
    // The text is on its way. If what is next cannot be read now, the texter goes home; an error would
    // make them send it again.
    let sending = super::being_sent();
    let next = conversations.next_after(&viewer, conversation, &sending);
    let next = next.await;
    let sent = if first { "sent=first" } else { "sent=1" };
    let next_page = super::next_url(next.ok().flatten(), sent);
    leptos_axum::redirect(&next_page);
    Ok(next_page)
}
