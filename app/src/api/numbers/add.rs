use crate::domain::ServiceKind;
use crate::error::AppError;
use leptos::prelude::*;

/// Adds a number that texts are sent from. Admins only.
///
/// # Errors
/// As [`crate::ports::Numbers::add_number`].
#[server(prefix = "/api", endpoint = "numbers/add")]
pub async fn add_number(
    /// The number, as people write it.
    number: String,
    /// Who carries its texts.
    service: ServiceKind,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let port = api::ports()?.numbers;
    let added = port.add_number(&viewer, &number, service).await;
    let fields = [("number", number.as_str()), ("service", service.as_str())];
    added.map_err(|error| api::redisplay("/settings/numbers", "add", &fields, error))?;
    leptos_axum::redirect("/settings/numbers?done=added");
    Ok(())
}
