use crate::{Store, StoreError};
use app::domain::{OptOutReport, OrganizationId, Viewer};
use app::error::AppError;
use sqlx::types::Json;

/// Keeps what became of a file of opt-outs, and returns the number to ask for it by.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.opt_out_import.keep", skip_all)]
pub async fn keep_report(
    store: &Store,
    viewer: &Viewer,
    report: &OptOutReport,
) -> Result<i64, StoreError> {
    Ok(sqlx::query_scalar!(
        "insert into opt_out_import (organization_id, actor_id, report, created_at)
         values ($1, $2, $3, coalesce($4, statement_timestamp()))
         returning id",
        viewer.organization.0,
        viewer.member.0,
        Json(report) as _,
        store.clock.pinned(),
    )
    .fetch_one(&store.pool)
    .await?)
}

/// What became of a file of opt-outs. It repeats what was in the file, so it is for those who may administer.
///
/// # Errors
/// No such import in the organization; the database.
#[tracing::instrument(name = "db.opt_out_import.report", skip_all)]
pub async fn report(
    store: &Store,
    organization: OrganizationId,
    import: i64,
) -> Result<OptOutReport, StoreError> {
    let report = sqlx::query_scalar!(
        r#"select report as "report: Json<OptOutReport>" from opt_out_import where organization_id = $1 and id = $2"#,
        organization.0,
        import,
    )
    .fetch_optional(&store.pool)
    .await?;
    report
        .map(|Json(report)| report)
        .ok_or(StoreError::Refused(AppError::NotFound))
}
