use crate::domain::{ConversationId, UnmatchedId};
use crate::error::AppError;
use leptos::prelude::*;

/// Moves an unmatched text into the thread of a contact, and leads back to the page that lists it. Admins only.
///
/// # Errors
/// As [`crate::ports::UnmatchedTexts::move_text`].
#[server(prefix = "/api", endpoint = "unmatched/move")]
pub async fn move_unmatched(
    /// Which text.
    text: UnmatchedId,
    /// The conversation with that contact.
    conversation: ConversationId,
    /// Whether the list has those that are done too, as its address says it.
    #[server(default)]
    all: String,
    /// After which text its page begins, as its address says it.
    #[server(default)]
    after: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::url::with_query;
    let viewer = api::admin()?;
    let unmatched = api::ports()?.unmatched;
    unmatched.move_text(&viewer, &text, conversation).await?;
    let moved = conversation.to_string();
    leptos_axum::redirect(&with_query(
        "/unmatched",
        &[("all", &all), ("after", &after), ("moved", &moved)],
    ));
    Ok(())
}
