//! For how long messages are kept.

use crate::audit::{self, Change, Differences};
use crate::count::clamp;
use crate::{Store, StoreError};
use app::domain::{Admin, AuditAction, AuditSubject, KeptDays};
use app::error::AppError;
use app::field_errors::FieldErrors;
use sentences::page;

/// For how long; `None` is for good.
#[tracing::instrument(name = "db.organization.kept_messages", skip_all)]
pub(crate) async fn kept_messages(
    store: &Store,
    viewer: &Admin,
) -> Result<Option<KeptDays>, StoreError> {
    let days = sqlx::query_scalar!(
        "select keep_messages_days from organization where id = $1",
        viewer.organization.0,
    );
    let days = days.fetch_optional(&store.pool).await?;
    let days = days.ok_or(AppError::NotFound)?;
    days.map(|days| {
        KeptDays::try_from(days).map_err(|error| StoreError::Corrupt(error.to_string()))
    })
    .transpose()
}

/// Sets it, if it is still what the page was opened with. What would erase messages of campaigns now has to be
/// `confirmed`: it cannot be undone.
#[tracing::instrument(name = "db.organization.save_kept_messages", skip_all)]
pub(crate) async fn save_kept_messages(
    store: &Store,
    viewer: &Admin,
    was: Option<KeptDays>,
    days: Option<KeptDays>,
    confirmed: bool,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    if let Some(days) = days.filter(|_| !confirmed) {
        let campaigns = sqlx::query_scalar!(
            r#"select count(*) as "campaigns!"
                 from campaign
                where organization_id = $1 and erased_at is null
                  and archived_at <= coalesce($3, statement_timestamp()) - $2 * interval '1 day'"#,
            viewer.organization.0,
            f64::from(days.days()),
            store.clock.pinned(),
        );
        let campaigns = campaigns.fetch_one(&mut *transaction).await?;
        if campaigns > 0 {
            let sentence = page::messages_would_be_erased(clamp(campaigns));
            return Err(AppError::Fields(FieldErrors::one("confirmed", &sentence)).into());
        }
    }
    let saved = sqlx::query!(
        "update organization
            set keep_messages_days = $3
          where id = $1 and keep_messages_days is not distinct from $2",
        viewer.organization.0,
        was.map(KeptDays::days),
        days.map(KeptDays::days),
    )
    .execute(&mut *transaction)
    .await?;
    if saved.rows_affected() != 1 {
        return Err(AppError::SavedMeanwhile.into());
    }
    let mut differences = Differences::default();
    let (before, after) = (was.map(KeptDays::days), days.map(KeptDays::days));
    differences.note_option("keep_messages_days", before.as_ref(), after.as_ref());
    let change = Change::new(AuditAction::KeptMessagesSaved, AuditSubject::Organization);
    let change = change.detail(differences.detail());
    audit::record(&mut transaction, &store.clock, viewer.actor(), change).await?;
    transaction.commit().await?;
    Ok(())
}
