use crate::domain::TagId;
use crate::error::AppError;
use leptos::prelude::*;

/// Renames a tag, and makes it an escalation tag or an ordinary one. Admins only.
///
/// # Errors
/// A title that is not valid; else as [`crate::ports::Tags::save_tag`].
#[server(prefix = "/api", endpoint = "tags/save")]
pub async fn save_tag(
    /// Which tag.
    tag: TagId,
    /// What it is called.
    title: String,
    /// Whether only the teams that hold it are given its conversations.
    #[server(default)]
    escalation: bool,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let ports = api::ports()?;
    let saved = match super::parse::parse(&title) {
        Ok(title) => ports.tags.save_tag(&viewer, tag, &title, escalation).await,
        Err(errors) => Err(AppError::Fields(errors)),
    };
    let on = if escalation { "true" } else { "" };
    let fields = [("title", title.as_str()), ("escalation", on)];
    let page = format!("/tags/{tag}");
    let moved = saved.map_err(|error| api::redisplay(&page, "save", &fields, error))?;
    leptos_axum::redirect(&format!("/tags?done=saved&moved={moved}"));
    Ok(())
}
