use crate::domain::TagId;
use crate::error::AppError;
use leptos::prelude::*;

/// Deletes a tag that nothing carries. Admins only.
///
/// # Errors
/// As [`crate::ports::Tags::delete_tag`].
#[server(prefix = "/api", endpoint = "tags/delete")]
pub async fn delete_tag(
    /// Which tag.
    tag: TagId,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    api::ports()?.tags.delete_tag(&viewer, tag).await?;
    leptos_axum::redirect("/tags?done=deleted");
    Ok(())
}
