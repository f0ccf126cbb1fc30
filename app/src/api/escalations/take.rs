use crate::domain::ConversationId;
use crate::error::AppError;
use leptos::prelude::*;

/// Takes an escalated conversation that nobody has, and opens it.
///
/// # Errors
/// As [`crate::ports::Escalations::take_escalated`].
#[server(prefix = "/api", endpoint = "conversations/take-escalated")]
pub async fn take_escalated(
    /// Which conversation.
    conversation: ConversationId,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::texter()?;
    let escalations = api::ports()?.escalations;
    escalations.take_escalated(&viewer, conversation).await?;
    leptos_axum::redirect(&format!("/texts/{conversation}#latest"));
    Ok(())
}
