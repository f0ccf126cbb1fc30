//! `POST /campaigns/{id}/contacts`: a CSV file of contacts, from a plain HTML form.

use super::file_form::{read_file, refuse_if_too_large};
use super::refusal::Refusal;
use crate::import::{self, HeaderError, ImportError, Region};
use app::domain::{Admin, CampaignId, ImportReport, ReportedRow};
use app::error::AppError;
use axum::extract::{Path, Request, State};
use axum::response::Redirect;
use futures::FutureExt;
use sentences::page;
use server_auth::{Allowed, Refused};
use server_store::Store;
use server_store::contacts::{Importable, importable, keep_report};

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
    let back = |refusal: Refusal| {
        refusal.back_to(
            format!("/campaigns/{campaign}"),
            page::back_to_the_campaign(),
        )
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
    let report = import_file(&store, &viewer, campaign, request)
        .await
        .map_err(back)?;
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
    let (store, actor) = (store.clone(), viewer.actor());
    let read = read_file(request, |file| {
        async move { import::contacts(&store, actor, campaign, file, region).await }.boxed()
    });
    Ok(read.await?.unwrap_or_else(|error| about_the_header(&error)))
}

/// A report with an error in the header line, which is shown where bad rows are.
fn about_the_header(error: &HeaderError) -> ImportReport {
    ImportReport {
        invalid: 1,
        rows: vec![ReportedRow::of_header(error.to_string())],
        ..ImportReport::default()
    }
}
