use crate::domain::{ConversationId, MessageId};
use crate::error::AppError;
use leptos::prelude::*;

/// Marks a reply that nobody can answer as done, and leads back to the page that lists it. Admins only.
///
/// # Errors
/// As [`crate::ports::Conversations::mark_reply_done`].
#[server(prefix = "/api", endpoint = "conversations/done")]
pub async fn mark_reply_done(
    /// Which reply.
    conversation: ConversationId,
    /// The last message that was shown of it.
    #[server(default)]
    last_message: Option<MessageId>,
    /// After which conversation the page of the list begins, as its address says it.
    #[server(default)]
    after: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::url::with_query;
    let viewer = api::admin()?;
    let conversations = api::ports()?.conversations;
    let marked = conversations.mark_reply_done(&viewer, conversation, last_message);
    marked.await?;
    leptos_axum::redirect(&with_query(
        "/unanswerable",
        &[("after", &after), ("done", "marked")],
    ));
    Ok(())
}
