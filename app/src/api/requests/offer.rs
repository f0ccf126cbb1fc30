use crate::domain::RequestOffer;
use crate::error::AppError;
use leptos::prelude::*;

/// What the request form shows to this texter now.
///
/// # Errors
/// As [`crate::ports::Requests::offer`].
#[server(prefix = "/api", endpoint = "requests/offer")]
pub async fn request_offer_now() -> Result<RequestOffer, AppError> {
    use crate::api;
    let viewer = api::texter()?;
    api::ports()?.requests.offer(&viewer).await
}
