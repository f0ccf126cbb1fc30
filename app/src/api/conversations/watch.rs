use crate::domain::ConversationId;
use crate::error::AppError;
use crate::view_models::OwnershipState;
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
) -> Result<OwnershipState, AppError> {
    use crate::api;
    let viewer = api::texter()?;
    let conversations = api::ports()?.conversations;
    let watch = conversations.watch(&viewer, conversation).await?;
    Ok(OwnershipState::of(&watch))
}
