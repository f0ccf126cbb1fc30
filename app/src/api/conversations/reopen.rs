use crate::domain::ConversationId;
use crate::error::AppError;
use leptos::prelude::*;

/// Reopens a closed conversation, and shows it.
///
/// # Errors
/// As [`crate::ports::Conversations::reopen`].
#[server(prefix = "/api", endpoint = "conversations/reopen")]
pub async fn reopen_conversation(
    /// Which conversation.
    conversation: ConversationId,
    /// What the page was given when it was opened.
    lease_epoch: i32,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::texter()?;
    let conversations = api::ports()?.conversations;
    conversations
        .reopen(&viewer, conversation, lease_epoch)
        .await?;
    leptos_axum::redirect(&format!("/texts/{conversation}?reopened=1#latest"));
    Ok(())
}
