use crate::domain::ConversationId;
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Keeps what is being typed on the server.
///
/// # Errors
/// As [`crate::ports::Conversations::save_draft`].
#[server(prefix = "/api", endpoint = "conversations/save-draft", output = Postcard)]
pub async fn save_draft(
    /// On which conversation.
    conversation: ConversationId,
    /// All that was typed; empty forgets the draft.
    body: String,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::texter()?;
    api::ports()?
        .conversations
        .save_draft(&viewer, conversation, body)
        .await
}
