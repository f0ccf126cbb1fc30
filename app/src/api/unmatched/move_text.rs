use crate::domain::{ConversationId, UnmatchedId};
use crate::error::AppError;
use leptos::prelude::*;

/// Moves an unmatched text into the thread of a contact. Admins only.
///
/// # Errors
/// As [`crate::ports::UnmatchedTexts::move_text`].
#[server(prefix = "/api", endpoint = "unmatched/move")]
pub async fn move_unmatched(
    /// Which text.
    text: UnmatchedId,
    /// The conversation with that contact.
    conversation: ConversationId,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let unmatched = api::ports()?.unmatched;
    unmatched.move_text(&viewer, &text, conversation).await?;
    leptos_axum::redirect(&format!("/unmatched?moved={conversation}"));
    Ok(())
}
