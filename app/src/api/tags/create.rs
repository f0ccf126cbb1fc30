use crate::error::AppError;
use leptos::prelude::*;

/// Creates a tag. Admins only.
///
/// # Errors
/// A title that is not valid; else as [`crate::ports::Tags::create_tag`].
#[server(prefix = "/api", endpoint = "tags/create")]
pub async fn create_tag(
    /// What it is called.
    title: String,
    /// Whether only the teams that hold it are given its conversations.
    #[server(default)]
    escalation: bool,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let ports = api::ports()?;
    let created = match super::parse::parse(&title) {
        Ok(title) => ports.tags.create_tag(&viewer, &title, escalation).await,
        Err(errors) => Err(AppError::Fields(errors)),
    };
    let on = if escalation { "true" } else { "" };
    let fields = [("title", title.as_str()), ("escalation", on)];
    created.map_err(|error| api::redisplay("/tags", "create", &fields, error))?;
    leptos_axum::redirect("/tags?done=created");
    Ok(())
}
