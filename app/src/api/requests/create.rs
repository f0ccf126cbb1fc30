use crate::domain::PoolId;
use crate::error::AppError;
use crate::view_models::RequestNotice;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Requests more texts from a pool.
///
/// # Errors
/// As [`crate::ports::Requests::create`].
#[server(prefix = "/api", endpoint = "requests/create", output = Postcard)]
pub async fn create_request(
    /// From which pool.
    pool: PoolId,
    /// How many, as it was typed.
    #[server(default)]
    wanted: String,
) -> Result<RequestNotice, AppError> {
    use crate::api;
    use sentences::page;
    let viewer = api::texter()?;
    let wanted = wanted.trim().parse();
    let wanted = wanted.map_err(|_| AppError::Invalid(page::enter_how_many().into()))?;
    let outcome = api::ports()?.requests.create(&viewer, pool, wanted).await?;
    // A plain form lands on the home page, which shows the outcome and the new texts.
    leptos_axum::redirect("/texts");
    Ok(RequestNotice::of(&outcome))
}
