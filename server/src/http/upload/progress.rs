//! `GET /campaigns/{id}/uploads/{upload}/progress`: how far an import is.

use super::super::AppState;
use super::super::error_page::escape;
use super::refusal::Refusal;
use app::domain::{Admin, CampaignId, UploadId};
use app::error::AppError;
use app::ports::UploadProgress;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::{Router, routing::get};
use http::HeaderName;
use sentences::page;
use server_auth::{Allowed, Refused};

/// The header by which a browser loads the page again, after so many seconds.
const REFRESH: (HeaderName, &str) = (HeaderName::from_static("refresh"), "1");

/// The route.
pub(in crate::http) fn routes() -> Router<AppState> {
    Router::new().route("/campaigns/{id}/uploads/{upload}/progress", get(progress))
}

/// A page that loads itself again until the import has ended, and then leads to what came of it. It has no script: a page
/// that is exchanged for another one by the script would still be loaded again by the header of the first.
async fn progress(
    State(state): State<AppState>,
    admin: Result<Allowed<Admin>, Refused>,
    Path((campaign, upload)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let Allowed(viewer) = admin.map_err(|refused| Refusal::from(refused.0))?;
    let campaign: CampaignId = campaign.parse().map_err(|_| AppError::NotFound)?;
    let upload: UploadId = upload.parse().map_err(|_| AppError::NotFound)?;
    let uploads = &state.ports.contact_uploads;
    let progress = uploads.upload_progress(&viewer, campaign, upload).await;
    let campaign_page = format!("/campaigns/{campaign}");
    let refusal =
        |error| Refusal::from(error).back_to(&campaign_page, page::back_to_the_campaign());
    Ok(match progress.map_err(refusal)? {
        UploadProgress::Imported(import) => {
            Redirect::to(&format!("{campaign_page}?import={import}")).into_response()
        }
        UploadProgress::Waiting => {
            Redirect::to(&format!("{campaign_page}/uploads/{upload}")).into_response()
        }
        UploadProgress::Importing { rows, percent } => {
            let html = html(&state, &campaign_page, rows, percent);
            ([REFRESH], Html(html)).into_response()
        }
    })
}

/// How far it is: a share of the file, and once that is read a bar without an end, because nobody knows how long the
/// database takes to add what was in it.
fn html(state: &AppState, campaign: &str, rows: u32, percent: Option<u8>) -> String {
    let files = &state.site.files;
    let language = sentences::current().tag();
    let title = escape(page::contacts_are_being_imported());
    let (value, phase) = match percent {
        Some(percent) => (format!(" value=\"{percent}\""), page::rows_are_read(rows)),
        None => (String::new(), page::rows_are_being_added(rows)),
    };
    let (phase, goes_on) = (escape(&phase), escape(page::import_goes_on()));
    let back = escape(page::back_to_the_campaign());
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\">\
         <link rel=\"stylesheet\" href=\"{}\"><link rel=\"stylesheet\" href=\"{}\">\
         <title>{title} · Baton</title></head>\
         <body><main id=\"main\" class=\"narrow\"><h1>{title}</h1>\
         <p><progress class=\"import-progress\" max=\"100\"{value} aria-label=\"{title}\"></progress></p>\
         <p role=\"status\">{phase}</p><p class=\"hint\">{goes_on}</p>\
         <p><a href=\"{campaign}\">{back}</a></p></main></body></html>\n",
        escape(&files.style),
        escape(&files.admin_style),
    )
}
