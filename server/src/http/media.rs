//! `GET /media/{id}`: a picture, a sound or a file that came along with a text, for who may see the text.

use super::AppState;
use crate::media::NotShown;
use app::domain::{MediaId, MediaKind, Texter};
use app::error::AppError;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::get};
use http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use http::{HeaderName, StatusCode};
use server_auth::{Allowed, Refused};
use server_sms::{Media, MediaError};

/// What a strange file may do in a window of its own: nothing but be seen and heard.
const POLICY: &str =
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/media/{id}", get(show))
}

async fn show(
    State(state): State<AppState>,
    Allowed(viewer): Allowed<Texter>,
    Path(id): Path<String>,
) -> Response {
    let Ok(id) = id.parse::<MediaId>() else {
        return Refused(AppError::NotFound).into_response();
    };
    match state.media.get(&viewer, id).await {
        Ok(media) => content(id, media),
        Err(why) => (status(&why), why.sentence()).into_response(),
    }
}

/// The content under its own type, which browsers are told not to guess; what they may not show themselves is a
/// download.
fn content(id: MediaId, media: Media) -> Response {
    let disposition = match MediaKind::of(&media.content_type) {
        Some(MediaKind::Picture | MediaKind::Audio | MediaKind::Video) => "inline",
        _ => "attachment",
    };
    let (_, subtype) = media.content_type.split_once('/').unwrap_or_default();
    let extension = match subtype {
        "jpeg" => "jpg",
        "x-vcard" | "vcard" => "vcf",
        other => other,
    };
    let headers = [
        (CONTENT_TYPE, media.content_type.clone()),
        (
            CONTENT_DISPOSITION,
            format!("{disposition}; filename=\"media-{id}.{extension}\""),
        ),
        (CONTENT_SECURITY_POLICY, POLICY.to_owned()),
        (RESOURCE_POLICY, "same-origin".to_owned()),
    ];
    (headers, media.content).into_response()
}

fn status(why: &NotShown) -> StatusCode {
    match why {
        NotShown::Refused(error) => error.status(),
        NotShown::NotConfigured => StatusCode::SERVICE_UNAVAILABLE,
        NotShown::Service(MediaError::Gone | MediaError::Elsewhere) => StatusCode::NOT_FOUND,
        NotShown::Service(MediaError::WrongType(_)) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        NotShown::Service(MediaError::TooLarge) => StatusCode::UNPROCESSABLE_ENTITY,
        NotShown::Service(
            MediaError::NotReached(_) | MediaError::NoAnswer | MediaError::Refused,
        ) => StatusCode::SERVICE_UNAVAILABLE,
    }
}
