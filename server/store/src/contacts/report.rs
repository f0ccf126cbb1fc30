use crate::{Store, StoreError};
use app::domain::{CampaignId, ImportReport, OrganizationId, Viewer};
use app::error::AppError;
use sqlx::types::Json;

/// Keeps what became of an upload, and returns the number to ask for it by.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.contact_import.keep", skip_all)]
pub async fn keep_report(
    store: &Store,
    viewer: &Viewer,
    campaign: CampaignId,
    report: &ImportReport,
) -> Result<i64, StoreError> {
    Ok(sqlx::query_scalar!(
        "insert into contact_import (organization_id, campaign_id, actor_id, report, created_at)
         values ($1, $2, $3, $4, coalesce($5, statement_timestamp()))
         returning id",
        viewer.organization.0,
        campaign.0,
        viewer.member.0,
        Json(report) as _,
        store.clock.pinned(),
    )
    .fetch_one(&store.pool)
    .await?)
}

/// What became of an upload of contacts to a campaign. It repeats what was in the file, so it is for
/// those who may administer.
///
/// # Errors
/// No such upload on this campaign; the database.
#[tracing::instrument(name = "db.contact_import.report", skip_all)]
pub async fn report(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    import: i64,
) -> Result<ImportReport, StoreError> {
    let report = sqlx::query_scalar!(
        r#"select report as "report: Json<ImportReport>" from contact_import where organization_id = $1 and campaign_id = $2 and id = $3"#,
        organization.0,
        campaign.0,
        import,
    )
    .fetch_optional(&store.pool)
    .await?;
    report
        .map(|Json(report)| report)
        .ok_or(StoreError::Refused(AppError::NotFound))
}
