use crate::error::AppError;
use crate::view_models::{HomeParts, TexterHome};
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// The texter's home as it is now, or these parts of it.
///
/// # Errors
/// As [`super::read_texter_home()`].
#[server(prefix = "/api", endpoint = "requests/texter-home", output = Postcard)]
pub async fn get_texter_home(
    /// How many replies come before those that are listed.
    #[server(default)]
    skip_replies: u32,
    /// How many campaigns come before those that are listed.
    #[server(default)]
    skip_cards: u32,
    /// What is asked for.
    #[server(default)]
    parts: HomeParts,
) -> Result<TexterHome, AppError> {
    use crate::api;
    let viewer = api::texter()?;
    super::read_texter_home(&api::ports()?, &viewer, skip_replies, skip_cards, parts).await
}
