use crate::domain::{ConversationId, TagId};
use crate::error::AppError;
use leptos::prelude::*;

/// Gives a conversation exactly these tags. If that takes it away from the texter, they go on to what
/// they have to do next.
///
/// # Errors
/// As [`crate::ports::Conversations::tag`].
#[server(prefix = "/api", endpoint = "conversations/tag")]
pub async fn tag_conversation(
    /// Which conversation.
    conversation: ConversationId,
    /// What the page was given when it was opened.
    lease_epoch: i32,
    /// All the tags that it is to carry.
    #[server(default)]
    tags: Vec<TagId>,
) -> Result<(), AppError> {
    use crate::api;
    use crate::domain::Tagging;
    let viewer = api::texter()?;
    let conversations = api::ports()?.conversations;
    let tagging = conversations
        .tag(&viewer, conversation, lease_epoch, tags)
        .await?;
    let next_page = match tagging {
        Tagging::Kept => format!("/texts/{conversation}?tagged=1#latest"),
        Tagging::Escalated => {
            let sending = super::being_sent();
            let next = conversations.next_after(&viewer, conversation, &sending);
            let next = next.await;
            super::next_url(
                next.ok().flatten(),
                &format!("was_escalated={conversation}"),
            )
        }
    };
    leptos_axum::redirect(&next_page);
    Ok(())
}
