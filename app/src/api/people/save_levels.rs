use crate::domain::{ApprovalLevel, MemberId};
use crate::error::AppError;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A member's approval level as it is filled in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LevelInput {
    /// Whose.
    pub member: MemberId,
    /// What the page showed.
    pub was: ApprovalLevel,
    /// What is chosen.
    pub level: ApprovalLevel,
}

/// Saves the approval levels of a page of people, all or none. Admins only.
///
/// # Errors
/// As [`crate::ports::People::save_levels`].
#[server(prefix = "/api", endpoint = "people/save-levels")]
pub async fn save_levels(
    /// Those on the page.
    #[server(default)]
    levels: Vec<LevelInput>,
    /// What the page was searched for.
    #[server(default)]
    q: String,
    /// The role that the page is of, by its word.
    #[server(default)]
    role: String,
    /// After whom the page begins.
    #[server(default)]
    after: String,
) -> Result<u32, AppError> {
    use crate::api;
    use crate::ports::LevelChange;
    let viewer = api::admin()?;
    let changes = levels
        .into_iter()
        .map(|input| LevelChange {
            member: input.member,
            was: input.was,
            level: input.level,
        })
        .collect();
    let saved = api::ports()?.people.save_levels(&viewer, changes).await?;
    let count = saved.to_string();
    let fields = [
        ("saved", count.as_str()),
        ("q", &q),
        ("role", &role),
        ("after", &after),
    ];
    leptos_axum::redirect(&crate::url::with_query("/people", &fields));
    Ok(saved)
}
