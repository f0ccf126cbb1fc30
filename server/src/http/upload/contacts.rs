//! `POST /campaigns/{id}/contacts`: a CSV file of contacts, from a plain HTML form.

use super::refusal::Refusal;
use crate::import::{self, HeaderError, ImportError, Region};
use app::domain::{Admin, CampaignId, ImportReport, ReportedRow};
use app::error::AppError;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{FromRequest, Path, Request, State};
use axum::response::Redirect;
use futures::TryStreamExt;
use http::header::CONTENT_LENGTH;
use http::{HeaderMap, StatusCode};
use sentences::page;
use server_auth::{Allowed, Refused};
use server_store::Store;
use server_store::contacts::{Importable, importable, keep_report};
use std::io;
use tokio_util::io::StreamReader;

/// The maximum size of an upload in bytes, enough for over half a million contacts.
pub const MAX_UPLOAD_BYTES: usize = 64 * 1024 * 1024;

/// The name of the file's field in the form.
const FIELD: &str = "file";

/// Imports the file while it arrives, stores the report, and redirects to the campaign's page, which shows it. A viewer
/// without the right is refused before the file is read.
pub(super) async fn upload(
    State(store): State<Store>,
    admin: Result<Allowed<Admin>, Refused>,
    Path(campaign): Path<String>,
    request: Request,
) -> Result<Redirect, Refusal> {
    let Allowed(viewer) = admin.map_err(|refused| Refusal::from(refused.0))?;
    let campaign: CampaignId = campaign.parse().map_err(|_| AppError::NotFound)?;
    let refusal = |error: AppError| Refusal::from(error).on(campaign);
    match importable(&store, viewer.organization, campaign)
        .await
        .map_err(AppError::from)
        .map_err(refusal)?
    {
        Importable::Yes => {}
        Importable::Archived => return Err(Refusal::from(ImportError::Archived).on(campaign)),
        Importable::Absent => return Err(AppError::NotFound.into()),
    }
    // With a Content-Length it is refused unread, without one when it becomes too long.
    if declared_length(request.headers()).is_some_and(|length| length > MAX_UPLOAD_BYTES as u64) {
        return Err(too_large().on(campaign));
    }
    let report = import_file(&store, &viewer, campaign, request)
        .await
        .map_err(|refusal| refusal.on(campaign))?;
    let id = keep_report(&store, &viewer, campaign, &report)
        .await
        .map_err(AppError::from)
        .map_err(refusal)?;
    Ok(Redirect::to(&format!("/campaigns/{campaign}?import={id}")))
}

async fn import_file(
    store: &Store,
    viewer: &Admin,
    campaign: CampaignId,
    request: Request,
) -> Result<ImportReport, Refusal> {
    let region = Region::of_organization(store, viewer.organization).await;
    let region = region.map_err(AppError::from)?;
    let mut form = Multipart::from_request(request, &())
        .await
        .map_err(|error| Refusal::new(error.status(), page::is_no_upload().into()))?;
    while let Some(mut field) = form.next_field().await.map_err(broken)? {
        if field.name() != Some(FIELD) {
            continue;
        }
        let body = StreamReader::new((&mut field).map_err(io::Error::other));
        return match import::contacts(store, viewer.actor(), campaign, body, region).await {
            Ok(report) => Ok(report),
            Err(ImportError::Header(error)) => {
                read_out(field).await?;
                Ok(about_the_header(&error))
            }
            Err(error) => Err(error.into()),
        };
    }
    Ok(about_the_header(&HeaderError::Empty))
}

/// A report with an error in the header line, which is shown where bad rows are.
fn about_the_header(error: &HeaderError) -> ImportReport {
    let row = ReportedRow {
        line: 1,
        text: String::new(),
        reason: error.to_string(),
    };
    ImportReport {
        invalid: 1,
        rows: vec![row],
        ..ImportReport::default()
    }
}

/// Reads the rest of the file: a browser that gets a response before it has sent everything shows an error of its own.
async fn read_out(mut field: Field<'_>) -> Result<(), Refusal> {
    while field.chunk().await.map_err(broken)?.is_some() {}
    Ok(())
}

fn declared_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn too_large() -> Refusal {
    let most = MAX_UPLOAD_BYTES / 1024 / 1024;
    Refusal::new(
        StatusCode::PAYLOAD_TOO_LARGE,
        page::file_is_too_large(&most.to_string()),
    )
}

fn broken(error: MultipartError) -> Refusal {
    ImportError::Read(io::Error::other(error)).into()
}

impl From<ImportError> for Refusal {
    fn from(error: ImportError) -> Self {
        let status = match &error {
            ImportError::Archived => StatusCode::CONFLICT,
            ImportError::Header(_) => StatusCode::UNPROCESSABLE_ENTITY,
            ImportError::Read(source) => multipart_status(source),
            ImportError::NoSuchCampaign | ImportError::Store(_) => {
                return AppError::from(error).into();
            }
        };
        match status {
            StatusCode::PAYLOAD_TOO_LARGE => too_large(),
            status => Self::new(status, error.to_string()),
        }
    }
}

/// What the form's reader says of an error that went through the importer; a broken connection if it
/// was none of its.
fn multipart_status(error: &io::Error) -> StatusCode {
    let inner = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<MultipartError>());
    inner.map_or(StatusCode::BAD_REQUEST, MultipartError::status)
}
