//! A sender that new conversations do not get any more.

use super::list::has_open_campaign;
use crate::audit::{self, Change};
use crate::{Store, StoreError};
use app::domain::{Admin, AuditAction, AuditSubject, Sender};
use app::error::AppError;
use app::field_errors::FieldErrors;
use sentences::page;

/// Takes it out of use; nothing happens if it is. Conversations that have it keep it, and what is answered to it is
/// received. The last one in use has to be confirmed while campaigns text.
///
/// # Errors
/// No such sender; not confirmed.
#[tracing::instrument(name = "db.sending_number.take_out_of_use", skip_all)]
pub async fn take_out_of_use(
    store: &Store,
    viewer: &Admin,
    sender: &Sender,
    confirmed: bool,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    // All of them are locked, in one order: of two admins who take out the last two, the second one sees what the first
    // one did.
    let senders = sqlx::query!(
        r#"select number, out_of_use_at is null as "in_use!"
             from sending_number
            where organization_id = $1
            order by number
              for update"#,
        viewer.organization.0,
    )
    .fetch_all(&mut *transaction)
    .await?;
    let is_it = |candidate: &str| candidate == sender.as_str();
    let meant = senders.iter().find(|row| is_it(&row.number));
    if !meant.ok_or(AppError::NotFound)?.in_use {
        return Ok(());
    }
    let is_last = !senders.iter().any(|row| row.in_use && !is_it(&row.number));
    if is_last && !confirmed && has_open_campaign(&mut *transaction, viewer.organization).await? {
        let errors = FieldErrors::one("confirmed", page::last_number_has_to_be_confirmed());
        return Err(AppError::Fields(errors).into());
    }
    let taken = sqlx::query!(
        "update sending_number
            set out_of_use_at = coalesce($3, statement_timestamp())
          where organization_id = $1 and number = $2 and out_of_use_at is null",
        viewer.organization.0,
        sender.as_str(),
        store.clock.pinned(),
    )
    .execute(&mut *transaction)
    .await?;
    if taken.rows_affected() != 1 {
        return Err(AppError::SavedMeanwhile.into());
    }
    let change = Change::new(AuditAction::NumberTakenOutOfUse, AuditSubject::Organization);
    let change = change.detail(sender.as_str());
    audit::record(&mut transaction, &store.clock, viewer.actor(), change).await?;
    transaction.commit().await?;
    Ok(())
}
