use crate::domain::ConversationId;
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Records that a contact wants no more texts.
///
/// # Errors
/// As [`crate::ports::Conversations::opt_out`].
#[server(prefix = "/api", endpoint = "conversations/opt-out", output = Postcard)]
pub async fn opt_out_contact(
    /// In which conversation they said so.
    conversation: ConversationId,
    /// Whether the organization's goodbye is sent to them, where it can be.
    #[server(default)]
    goodbye: bool,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::texter()?;
    api::ports()?
        .conversations
        .opt_out(&viewer, conversation, goodbye)
        .await?;
    leptos_axum::redirect(&format!("/texts?opted_out={conversation}"));
    Ok(())
}
