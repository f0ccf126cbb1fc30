//! `POST /campaigns/{id}/contacts`: a CSV file of contacts, from a plain HTML form. The first of two steps: it is kept, and
//! nothing of it is imported before somebody has seen what its columns mean.

use super::file_form::{FIELD, broken, is_without_name, refuse_if_too_large};
use super::refusal::Refusal;
use crate::import::{ImportError, check_header};
use app::domain::{Admin, CampaignId, UploadId};
use app::error::AppError;
use axum::extract::multipart::{Field, Multipart};
use axum::extract::{FromRequest, Path, Request, State};
use axum::response::Redirect;
use sentences::page;
use server_auth::{Allowed, Refused};
use server_store::contact_uploads::{self, PART_BYTES};
use server_store::contacts::{Importable, importable};
use server_store::{Store, StoreError};

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
    let back = |refusal: Refusal| {
        let page = format!("/campaigns/{campaign}");
        let refusal = refusal.of_form(&page, "upload", "contacts");
        refusal.back_to(page, page::back_to_the_campaign())
    };
    let refusal = |error: AppError| back(error.into());
    match importable(&store, viewer.organization, campaign)
        .await
        .map_err(AppError::from)
        .map_err(refusal)?
    {
        Importable::Yes => {}
        Importable::Archived => return Err(back(ImportError::Archived.into())),
        Importable::Absent => return Err(AppError::NotFound.into()),
    }
    refuse_if_too_large(&request).map_err(back)?;
    let upload = keep_file(&store, &viewer, campaign, request)
        .await
        .map_err(back)?;
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
    Err(Refusal::without_file())
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
    if size == 0 && is_without_name(&field) {
        return Err(Refusal::without_file());
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
