use crate::domain::{CampaignId, ConversationId};
use crate::error::AppError;
use leptos::prelude::*;

/// Moves a reply of an archived campaign to one that runs, and leads back to the page that lists it. Admins only.
///
/// # Errors
/// As [`crate::ports::Conversations::move_reply`].
#[server(prefix = "/api", endpoint = "conversations/move")]
pub async fn move_reply(
    /// Which reply.
    conversation: ConversationId,
    /// Where it goes.
    campaign: CampaignId,
    /// After which conversation the page of the list begins, as its address says it.
    #[server(default)]
    after: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::url::with_query;
    let viewer = api::admin()?;
    let conversations = api::ports()?.conversations;
    let moved = conversations.move_reply(&viewer, conversation, campaign);
    moved.await?;
    let moved = campaign.to_string();
    leptos_axum::redirect(&with_query(
        "/unanswerable",
        &[("after", &after), ("moved", &moved)],
    ));
    Ok(())
}
