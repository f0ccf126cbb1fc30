use crate::domain::{Sender, ServiceKind};
use crate::error::AppError;
use leptos::prelude::*;

/// Has the texts of a number carried by another service. Admins only.
///
/// # Errors
/// Not confirmed; else as [`crate::ports::Numbers::change_service`].
#[server(prefix = "/api", endpoint = "numbers/change-service")]
pub async fn change_service(
    /// Which number, or which Messaging Service.
    sender: Sender,
    /// Who is to carry its texts.
    service: ServiceKind,
    /// Whether it is known that its texts reach other people then, or nobody.
    #[server(default)]
    confirmed: bool,
) -> Result<(), AppError> {
    use super::done::{done_url, page_of};
    use crate::api;
    use crate::field_errors::FieldErrors;
    use sentences::page;
    let viewer = api::admin()?;
    let changed = if confirmed {
        let port = api::ports()?.numbers;
        port.change_service(&viewer, &sender, service).await
    } else {
        let sentence = page::confirm_the_other_service();
        Err(AppError::Fields(FieldErrors::one("confirmed", sentence)))
    };
    changed.map_err(|error| api::redisplay(&page_of(&sender), "service", &[], error))?;
    leptos_axum::redirect(&done_url(&sender, "service-changed"));
    Ok(())
}
