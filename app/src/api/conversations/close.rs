use crate::domain::{ConversationId, MessageId};
use crate::error::AppError;
use leptos::prelude::*;

/// Closes a conversation without an answer. The texter goes on to what they have to do next, where they can reopen it.
///
/// # Errors
/// As [`crate::ports::Conversations::close`].
#[server(prefix = "/api", endpoint = "conversations/close")]
pub async fn close_conversation(
    /// Which conversation.
    conversation: ConversationId,
    /// What the page was given when it was opened.
    lease_epoch: i32,
    /// How many messages it shows.
    messages: u32,
    /// The last of them.
    #[server(default)]
    last_message: Option<MessageId>,
) -> Result<(), AppError> {
    use crate::api;
    use crate::domain::ShownThread;
    let viewer = api::texter()?;
    let conversations = api::ports()?.conversations;
    let shown = ShownThread {
        lease_epoch,
        last_message,
        messages,
    };
    conversations.close(&viewer, conversation, shown).await?;
    let sending = super::being_sent();
    let next = conversations.next_after(&viewer, conversation, &sending);
    let next = next.await;
    let notice = format!("closed={conversation}");
    leptos_axum::redirect(&super::next_url(next.ok().flatten(), &notice));
    Ok(())
}
