use crate::error::AppError;
use crate::view_models::EndOfDayNotice;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// **Release my replies**: what the texter holds goes back into the pool.
///
/// # Errors
/// As [`crate::ports::Releases::release_mine`].
#[server(prefix = "/api", endpoint = "releases/mine", output = Postcard)]
pub async fn release_my_replies() -> Result<EndOfDayNotice, AppError> {
    use crate::api;
    let viewer = api::texter()?;
    let releases = api::ports()?.releases;
    // Of what is in the pool it is not known any more who released it.
    let preview = releases.preview_mine(&viewer).await?;
    let released = releases.release_mine(&viewer).await?;
    leptos_axum::redirect(&format!(
        "/texts?gave={}&out_of_reach={}&outside_hours={}&release={}",
        released.conversations, preview.out_of_reach, preview.outside_hours, released.release
    ));
    Ok(EndOfDayNotice::of(&released, &preview))
}
