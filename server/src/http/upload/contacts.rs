//! `POST /campaigns/{id}/contacts`: a CSV file of contacts, from a plain HTML form. The first of two steps: it is kept, and
//! nothing of it is imported before somebody has seen what its columns mean.

use super::refusal::Refusal;
use crate::import::{ImportError, check_header};
use app::domain::{Admin, CampaignId, UploadId};
use app::error::AppError;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{FromRequest, Path, Request, State};
use axum::response::Redirect;
use http::header::CONTENT_LENGTH;
use http::{HeaderMap, StatusCode};
use sentences::page;
use server_auth::{Allowed, Refused};
use server_store::contact_uploads::{self, PART_BYTES};
use server_store::contacts::{Importable, importable};
use server_store::{Store, StoreError};
use std::io;

/// The maximum size of an upload in bytes, enough for over half a million contacts.
pub const MAX_UPLOAD_BYTES: usize = 64 * 1024 * 1024;

/// The name of the file's field in the form.
const FIELD: &str = "file";
/// How much of a file is looked at for its header line, in bytes: more than that line may have in any encoding.
const HEAD_BYTES: usize = PART_BYTES;

/// Keeps the file while it arrives, and redirects to the page with its columns. A viewer without the right is refused
/// before the file is read.
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
    let upload = keep_file(&store, &viewer, campaign, request)
        .await
        .map_err(|refusal| refusal.on(campaign))?;
    let page = format!("/campaigns/{campaign}/uploads/{upload}");
    Ok(Redirect::to(&page))
}

async fn keep_file(
    store: &Store,
    viewer: &Admin,
    campaign: CampaignId,
    request: Request,
) -> Result<UploadId, Refusal> {
    let mut form = Multipart::from_request(request, &())
        .await
        .map_err(|error| Refusal::new(error.status(), page::is_no_upload().into()))?;
    while let Some(field) = form.next_field().await.map_err(broken)? {
        if field.name() != Some(FIELD) {
            continue;
        }
        let name = file_name(&field);
        let upload = contact_uploads::begin(store, viewer, campaign, &name)
            .await
            .map_err(AppError::from)?;
        let kept = keep(store, viewer, upload, field).await;
        if kept.is_err() {
            // What is left of it cannot be imported, and is deleted later if it cannot be now.
            let organization = viewer.organization;
            let _ = contact_uploads::discard(store, organization, campaign, upload).await;
        }
        return kept.map(|()| upload);
    }
    Err(Refusal::from(ImportError::from(
        crate::import::HeaderError::Empty,
    )))
}

/// Keeps the file part by part. The header line is looked at when all has arrived: a browser that gets a response before
/// it has sent everything shows an error of its own.
async fn keep(
    store: &Store,
    viewer: &Admin,
    upload: UploadId,
    mut field: Field<'_>,
) -> Result<(), Refusal> {
    let organization = viewer.organization;
    let mut head = Vec::new();
    let mut part = Vec::with_capacity(PART_BYTES);
    let (mut number, mut size) = (0, 0);
    let append = async |number: i32, part: &[u8]| {
        let appended = contact_uploads::append(store, organization, upload, number, part);
        appended.await.map_err(AppError::from)
    };
    while let Some(chunk) = field.chunk().await.map_err(broken)? {
        let wanted = HEAD_BYTES.saturating_sub(head.len()).min(chunk.len());
        head.extend_from_slice(&chunk[..wanted]);
        size += chunk.len() as i64;
        let mut rest = &chunk[..];
        while !rest.is_empty() {
            let (fits, more) = rest.split_at(rest.len().min(PART_BYTES - part.len()));
            part.extend_from_slice(fits);
            rest = more;
            if part.len() == PART_BYTES {
                append(number, &part).await?;
                number += 1;
                part.clear();
            }
        }
    }
    if !part.is_empty() {
        append(number, &part).await?;
    }
    check_header(head.as_slice()).await?;
    let completed: Result<(), StoreError> =
        contact_uploads::complete(store, organization, upload, size).await;
    Ok(completed.map_err(AppError::from)?)
}

/// What the file is called, as far as it is shown.
fn file_name(field: &Field<'_>) -> String {
    const MAX_CHARS: usize = 200;
    let name = field.file_name().unwrap_or_default();
    name.chars()
        .filter(|c| !c.is_control())
        .take(MAX_CHARS)
        .collect()
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
            ImportError::Archived | ImportError::UploadGone | ImportError::TextedAlready => {
                StatusCode::CONFLICT
            }
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
    // What it calls an error of the server is a connection that broke.
    inner
        .map(MultipartError::status)
        .filter(StatusCode::is_client_error)
        .unwrap_or(StatusCode::BAD_REQUEST)
}
