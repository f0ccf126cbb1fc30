use crate::domain::ConversationId;
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Sends a reply, fenced by the epoch that the page was given, and says which reply the texter has
/// to answer next.
///
/// # Errors
/// As [`crate::ports::Conversations::send`].
#[server(prefix = "/api", endpoint = "conversations/send", output = Postcard)]
pub async fn send_reply(
    /// On which conversation.
    conversation: ConversationId,
    /// What the page was given when it was opened.
    lease_epoch: i32,
    /// What to send.
    body: String,
) -> Result<Option<ConversationId>, AppError> {
    use crate::api;
    let viewer = api::texter()?;
    let conversations = api::ports()?.conversations;
    conversations
        .send(&viewer, conversation, lease_epoch, body)
        .await?;
    // The text is on its way. If the list cannot be read now, the texter goes home; an error would
    // make them send it again.
    let next = conversations
        .inbox(&viewer, None, 1)
        .await
        .ok()
        .and_then(|replies| Some(replies.first()?.id));
    leptos_axum::redirect(&after_sending(next));
    Ok(next)
}

/// Where a texter goes after a reply was sent: the next conversation, or else home.
pub fn after_sending(next: Option<ConversationId>) -> String {
    match next {
        Some(next) => format!("/texts/{next}?sent=1#latest"),
        None => "/texts?sent=1".into(),
    }
}
