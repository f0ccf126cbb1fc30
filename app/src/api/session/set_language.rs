use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Chooses the language of this browser, and of whoever is signed in, and goes back to the page.
///
/// # Errors
/// An unknown language; the database.
#[server(prefix = "/api", endpoint = "session/language", output = Postcard)]
pub async fn set_language(
    /// Its code: `es`.
    language: String,
    /// The page that is shown.
    #[server(default)]
    next: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::url::own_page;
    let request = api::request()?;
    let language = language.parse().map_err(|_| AppError::NotFound)?;
    let viewer = api::viewer().ok();
    let identity = api::ports()?.identity;
    identity
        .set_language(&request, viewer.as_ref(), language)
        .await?;
    leptos_axum::redirect(own_page(&next).unwrap_or("/"));
    Ok(())
}
