use crate::error::AppError;
use crate::view_models::RequestNotice;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Requests more texts from a pool.
///
/// # Errors
/// As [`crate::ports::Requests::create_from`].
#[server(prefix = "/api", endpoint = "requests/create", output = Postcard)]
pub async fn create_request(
    /// From which pool, as the form names it.
    pool: String,
    /// How many, as it was typed.
    #[server(default)]
    wanted: String,
) -> Result<RequestNotice, AppError> {
    use crate::api;
    use crate::domain::RequestedPool;
    use sentences::page;
    let viewer = api::texter()?;
    let pool = pool.parse::<RequestedPool>();
    let pool = pool.map_err(|_| AppError::Invalid(page::form_is_not_valid().into()))?;
    let wanted = wanted.trim().parse();
    let wanted = wanted.map_err(|_| AppError::Invalid(page::enter_how_many().into()))?;
    let requests = api::ports()?.requests;
    let outcome = requests.create_from(&viewer, pool, wanted).await?;
    // A plain form lands on the home page, which shows the outcome and the new texts.
    leptos_axum::redirect("/texts");
    Ok(RequestNotice::of(&outcome))
}
