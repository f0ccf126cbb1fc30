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
    /// The title that the page was opened with.
    #[server(default)]
    was_title: String,
    /// Whether it escalated when the page was opened.
    #[server(default)]
    was_escalation: bool,
    /// What it is called.
    title: String,
    /// Whether only the teams that hold it are given its conversations.
    #[server(default)]
    escalation: bool,
) -> Result<(), AppError> {
    use crate::api;
    use crate::ports::TagBasics;
    let viewer = api::admin()?;
    let ports = api::ports()?;
    let was = TagBasics {
        title: was_title,
        escalation: was_escalation,
    };
    let saved = match super::parse::parse(&title) {
        Ok(title) => {
            let basics = TagBasics { title, escalation };
            ports.tags.save_tag(&viewer, tag, &was, &basics).await
        }
        Err(errors) => Err(AppError::Fields(errors)),
    };
    let moved = saved.map_err(|error| {
        let (was_on, on) = (was.escalation.to_string(), escalation.to_string());
        let fields = [
            ("title", was.title.as_str(), title.as_str()),
            ("escalation", was_on.as_str(), on.as_str()),
        ];
        api::redisplay_changes(&format!("/tags/{tag}"), "save", &fields, error)
    })?;
    leptos_axum::redirect(&format!("/tags?done=saved&moved={moved}"));
    Ok(())
}
