use crate::domain::ReleaseId;
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Dismisses the texter's notices of lost conversations, up to this release.
///
/// # Errors
/// As [`crate::ports::Releases::dismiss_notices`].
#[server(prefix = "/api", endpoint = "releases/dismiss-notices", output = Postcard)]
pub async fn dismiss_notices(
    /// The newest that they have read.
    up_to: ReleaseId,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::texter()?;
    api::ports()?
        .releases
        .dismiss_notices(&viewer, up_to)
        .await?;
    leptos_axum::redirect("/texts");
    Ok(())
}
