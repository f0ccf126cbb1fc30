//! `POST /opt-outs/import`: a CSV file of opt-outs, from a plain HTML form.

use super::file_form::{read_file, refuse_if_too_large};
use super::refusal::Refusal;
use crate::import::{HeaderError, ImportError, Region, StagedOptOuts, stage_opt_outs};
use app::domain::{Admin, OptOutReport, ReportedRow};
use app::error::AppError;
use axum::extract::{Request, State};
use axum::response::Redirect;
use futures::FutureExt;
use sentences::page;
use server_auth::{Allowed, Refused};
use server_store::opt_outs::keep_report;
use server_store::{Store, StoreError};

/// Imports the file, stores the report, and redirects to the page of opt-outs, which shows it. A viewer without the right
/// is refused before the file is read.
pub(super) async fn upload(
    State(store): State<Store>,
    admin: Result<Allowed<Admin>, Refused>,
    request: Request,
) -> Result<Redirect, Refusal> {
    let Allowed(viewer) = admin.map_err(|refused| Refusal::from(refused.0))?;
    let back = |refusal: Refusal| {
        let refusal = refusal.of_form("/opt-outs", "import", "import");
        refusal.back_to("/opt-outs", page::back_to_the_opt_outs())
    };
    refuse_if_too_large(&request).map_err(back)?;
    let staged = read(&store, &viewer, request).await.map_err(back)?;
    let id = record(store, viewer, staged).await.map_err(back)?;
    Ok(Redirect::to(&format!("/opt-outs?import={id}")))
}

/// Reads the file while it arrives.
async fn read(
    store: &Store,
    viewer: &Admin,
    request: Request,
) -> Result<Result<StagedOptOuts, HeaderError>, Refusal> {
    let region = Region::of_organization(store, viewer.organization).await;
    let region = region.map_err(AppError::from)?;
    let store = store.clone();
    read_file(request, |file| {
        async move { stage_opt_outs(&store, file, region).await }.boxed()
    })
    .await
}

/// Records what was read, in a task of its own: once the file is there it is recorded whole, with its report, whether
/// anybody waits for that or not.
async fn record(
    store: Store,
    viewer: Admin,
    staged: Result<StagedOptOuts, HeaderError>,
) -> Result<i64, Refusal> {
    let work = async move {
        let recorded: Result<i64, ImportError> = async {
            let report = match staged {
                Ok(staged) => staged.record(viewer.actor()).await?,
                Err(error) => about_the_header(&error),
            };
            Ok(keep_report(&store, &viewer, &report).await?)
        }
        .await;
        if let Err(error) = &recorded {
            tracing::error!(%error, "a file of opt-outs was not recorded whole");
        }
        recorded
    };
    let task = tokio::spawn(sentences::scope(sentences::current(), work));
    let recorded = task.await;
    let recorded = recorded.map_err(|error| StoreError::Interrupted(error.to_string()));
    Ok(recorded.map_err(AppError::from)??)
}

/// A report with an error in the header line, which is shown where bad rows are.
fn about_the_header(error: &HeaderError) -> OptOutReport {
    OptOutReport {
        invalid: 1,
        rows: vec![ReportedRow::of_header(error.to_string())],
        ..OptOutReport::default()
    }
}
