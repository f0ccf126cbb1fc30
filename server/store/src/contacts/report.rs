//! What became of each import, kept with its contacts.

use super::addition::Addition;
use crate::clock::Clock;
use crate::{Store, StoreError};
use app::domain::{AuditActor, CampaignId, ImportId, ImportReport, OrganizationId};
use app::error::AppError;
use sqlx::PgConnection;
use sqlx::types::Json;

/// The number of a new import, which its contacts carry.
#[tracing::instrument(name = "db.contact_import.number", skip_all)]
pub(super) async fn new_import(tx: &mut PgConnection) -> Result<ImportId, StoreError> {
    let id = sqlx::query_scalar!(
        r#"select nextval(pg_get_serial_sequence('contact_import', 'id')) as "id!""#
    );
    Ok(ImportId(id.fetch_one(tx).await?))
}

/// Keeps what became of an import.
#[tracing::instrument(name = "db.contact_import.keep", skip_all)]
pub(super) async fn keep_report(
    tx: &mut PgConnection,
    clock: &Clock,
    actor: AuditActor,
    addition: &Addition,
    import: ImportId,
    report: &ImportReport,
) -> Result<(), StoreError> {
    sqlx::query!(
        "insert into contact_import
                (organization_id, id, campaign_id, actor_id, report, created_at, file_name, upload_id)
         overriding system value
         values ($1, $2, $3, $4, $5, coalesce($6, statement_timestamp()), $7, $8)",
        actor.organization.0,
        import.0,
        addition.campaign.0,
        actor.member.map(|member| member.0),
        Json(report) as _,
        clock.pinned(),
        addition.file_name,
        addition.claim.map(|claim| claim.upload.0),
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What became of an import of contacts to a campaign. It repeats what was in the file, so it is for
/// those who may administer.
///
/// # Errors
/// No such import on this campaign; the database.
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
