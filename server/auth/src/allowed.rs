//! The viewer of a request as an axum extractor, with the role that the route needs.

use app::domain::{NotAllowed, Viewer};
use app::error::AppError;
use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Response};
use http::request::Parts;

/// A witness of the viewer's role: [`app::domain::Texter`], [`app::domain::Decider`] or [`app::domain::Admin`].
pub struct Allowed<Witness>(pub Witness);

/// The rejection of a request without a session, or whose viewer does not have the role.
#[derive(Debug)]
pub struct Refused(pub AppError);

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        (self.0.status(), self.0.to_string()).into_response()
    }
}

impl<State, Witness> FromRequestParts<State> for Allowed<Witness>
where
    State: Sync,
    Witness: TryFrom<Viewer, Error = NotAllowed>,
{
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Refused> {
        let viewer = parts.extensions.get::<Viewer>().cloned();
        let viewer = viewer.ok_or(Refused(AppError::SignedOut))?;
        let witness = Witness::try_from(viewer);
        witness
            .map(Self)
            .map_err(|error| Refused(AppError::from(error)))
    }
}
