#![expect(
    clippy::too_many_arguments,
    reason = "a server function has an argument for each field of its form"
)]

use super::PoolInput;
use crate::error::AppError;
use leptos::prelude::*;

/// Saves Assignment Control, all of it or nothing. Admins only.
///
/// # Errors
/// Fields that are not valid; else as [`crate::ports::AssignmentControl::save_assignment`].
#[server(prefix = "/api", endpoint = "assignment/save")]
pub async fn save_assignment(
    /// The version that the page was opened with.
    version: i32,
    /// Texters may request texts.
    #[server(default)]
    requests_enabled: bool,
    /// What they read while they may not.
    #[server(default)]
    requests_disabled_message: String,
    /// What new members get.
    default_approval_level: String,
    /// Who holds replies gets nothing more until they are answered.
    #[server(default)]
    finish_replies_first: bool,
    /// A limit, or nothing.
    #[server(default)]
    most_open_replies: String,
    /// A limit, or nothing.
    #[server(default)]
    most_texts_per_day: String,
    /// The pools.
    #[server(default)]
    pools: Vec<PoolInput>,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let form = super::parse::AssignmentForm {
        requests_enabled,
        requests_disabled_message,
        default_approval_level,
        finish_replies_first,
        most_open_replies,
        most_texts_per_day,
        pools,
    };
    let (rules, pools) = match form.parse() {
        Ok(valid) => valid,
        Err(errors) => return Err(form.redisplay(version, AppError::Fields(errors))),
    };
    let assignment = api::ports()?.assignment;
    let saved = assignment
        .save_assignment(&viewer, version, rules, pools)
        .await;
    saved.map_err(|error| match error {
        // What somebody else saved is to be looked at, and not hidden behind this form.
        AppError::SavedMeanwhile => api::redisplay("/assignment", "", &[], error),
        error => error,
    })?;
    leptos_axum::redirect("/assignment?done=saved");
    Ok(())
}
