use crate::domain::{CampaignId, ConversationId};
use crate::error::AppError;
use leptos::prelude::*;

/// Moves a reply of an archived campaign to one that runs. Admins only.
///
/// # Errors
/// As [`crate::ports::Conversations::move_reply`].
#[server(prefix = "/api", endpoint = "conversations/move")]
pub async fn move_reply(
    /// Which reply.
    conversation: ConversationId,
    /// Where it goes.
    campaign: CampaignId,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let conversations = api::ports()?.conversations;
    let moved = conversations.move_reply(&viewer, conversation, campaign);
    moved.await?;
    leptos_axum::redirect(&format!("/unanswerable?moved={campaign}"));
    Ok(())
}
