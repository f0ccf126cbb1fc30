use crate::domain::OrganizationId;
use crate::error::AppError;
use leptos::prelude::*;

/// Goes on in another organization of the viewer, at its start page.
///
/// # Errors
/// As [`crate::ports::Memberships::choose_organization`].
#[server(prefix = "/api", endpoint = "session/choose-organization")]
pub async fn choose_organization(
    /// Which.
    organization: OrganizationId,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::texter()?;
    let request = api::request()?;
    let memberships = api::ports()?.memberships;
    memberships
        .choose_organization(&request, &viewer, organization)
        .await?;
    leptos_axum::redirect("/");
    Ok(())
}
