//! `POST /opt-outs/import`: a CSV file of opt-outs, from a plain HTML form.

use super::file_form::{read_file, refuse_if_too_large};
use super::refusal::Refusal;
use crate::import::{self, HeaderError, Region};
use app::domain::{Admin, OptOutReport, ReportedRow};
use app::error::AppError;
use axum::extract::{Request, State};
use axum::response::Redirect;
use futures::FutureExt;
use sentences::page;
use server_auth::{Allowed, Refused};
use server_store::Store;
use server_store::opt_outs::keep_report;

/// Imports the file while it arrives, stores the report, and redirects to the page of opt-outs, which shows it. A viewer
/// without the right is refused before the file is read.
pub(super) async fn upload(
    State(store): State<Store>,
    admin: Result<Allowed<Admin>, Refused>,
    request: Request,
) -> Result<Redirect, Refusal> {
    let Allowed(viewer) = admin.map_err(|refused| Refusal::from(refused.0))?;
    let back = |refusal: Refusal| refusal.back_to("/opt-outs", page::back_to_the_opt_outs());
    refuse_if_too_large(&request).map_err(back)?;
    let report = import_file(&store, &viewer, request).await.map_err(back)?;
    let id = keep_report(&store, &viewer, &report)
        .await
        .map_err(|error| back(AppError::from(error).into()))?;
    Ok(Redirect::to(&format!("/opt-outs?import={id}")))
}

async fn import_file(
    store: &Store,
    viewer: &Admin,
    request: Request,
) -> Result<OptOutReport, Refusal> {
    let region = Region::of_organization(store, viewer.organization).await;
    let region = region.map_err(AppError::from)?;
    let (store, actor) = (store.clone(), viewer.actor());
    let read = read_file(request, |file| {
        async move { import::opt_outs(&store, actor, file, region).await }.boxed()
    });
    Ok(read.await?.unwrap_or_else(|error| about_the_header(&error)))
}

/// A report with an error in the header line, which is shown where bad rows are.
fn about_the_header(error: &HeaderError) -> OptOutReport {
    OptOutReport {
        invalid: 1,
        rows: vec![ReportedRow::of_header(error.to_string())],
        ..OptOutReport::default()
    }
}
