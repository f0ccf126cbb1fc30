use crate::domain::{ConversationId, Watch};
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// What changed about a conversation that the texter has open.
///
/// # Errors
/// As [`crate::ports::Conversations::watch`].
#[server(prefix = "/api", endpoint = "conversations/watch", output = Postcard)]
pub async fn watch_conversation(
    /// Which one.
    conversation: ConversationId,
) -> Result<Watch, AppError> {
    use crate::api;
    let viewer = api::texter()?;
    api::ports()?
        .conversations
        .watch(&viewer, conversation)
        .await
}
