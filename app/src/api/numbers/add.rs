use crate::domain::ServiceKind;
use crate::error::AppError;
use leptos::prelude::*;

/// Adds a number, or a Messaging Service, that texts are sent from. Admins only.
///
/// # Errors
/// As [`crate::ports::Numbers::add_number`].
#[server(prefix = "/api", endpoint = "numbers/add")]
pub async fn add_number(
    /// The number, or the SID of the Messaging Service, as people write it.
    sender: String,
    /// Who carries its texts.
    service: ServiceKind,
) -> Result<(), AppError> {
    use super::done::done_url;
    use crate::api;
    let viewer = api::admin()?;
    let port = api::ports()?.numbers;
    let added = port.add_number(&viewer, &sender, service).await;
    let fields = [("sender", sender.as_str()), ("service", service.as_str())];
    let added =
        added.map_err(|error| api::redisplay("/settings/numbers", "add", &fields, error))?;
    leptos_axum::redirect(&done_url(&added, "added"));
    Ok(())
}
