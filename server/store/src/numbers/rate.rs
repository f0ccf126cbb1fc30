//! How many texts a second are sent from a sender.

use crate::audit::{self, Change, Differences};
use crate::{Store, StoreError};
use app::domain::{Admin, AuditAction, AuditSubject, Sender, TextRate};
use app::error::AppError;

/// Sets it; nothing happens if it is the same. What waits for its turn goes on at the new rate, and without one at once.
///
/// # Errors
/// No such sender.
#[tracing::instrument(name = "db.sending_number.save_rate", skip_all)]
pub async fn save_rate(
    store: &Store,
    viewer: &Admin,
    sender: &Sender,
    rate: Option<TextRate>,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let was = sqlx::query_scalar!(
        "select texts_per_second from sending_number where organization_id = $1 and number = $2 for no key update",
        viewer.organization.0,
        sender.as_str(),
    );
    let was = was.fetch_optional(&mut *transaction).await?;
    let was = was.ok_or(AppError::NotFound)?;
    let texts = rate.map(TextRate::texts);
    if was == texts {
        return Ok(());
    }
    let saved = sqlx::query!(
        "update sending_number set texts_per_second = $3 where organization_id = $1 and number = $2",
        viewer.organization.0,
        sender.as_str(),
        texts,
    )
    .execute(&mut *transaction)
    .await?;
    if saved.rows_affected() != 1 {
        return Err(AppError::NotFound.into());
    }
    let mut differences = Differences::default();
    differences.note_option(sender.as_str(), was.as_ref(), texts.as_ref());
    let change = Change::new(AuditAction::NumberRateSaved, AuditSubject::Organization);
    let change = change.detail(differences.detail());
    audit::record(&mut transaction, &store.clock, viewer.actor(), change).await?;
    transaction.commit().await?;
    Ok(())
}
