use crate::domain::ConversationId;
use crate::error::AppError;
use leptos::prelude::*;

/// Sends a reply, fenced by the epoch that the page was given.
///
/// # Errors
/// As [`crate::ports::Conversations::send`].
#[server(prefix = "/api", endpoint = "conversations/send")]
pub async fn send_reply(
    conversation: ConversationId,
    lease_epoch: i32,
    body: String,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::texter()?;
    api::ports()?.conversations.send(&viewer, conversation, lease_epoch, body).await
}
