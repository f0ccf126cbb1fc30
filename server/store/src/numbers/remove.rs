//! The removal of a sender that was never used.

use crate::audit::{self, Change};
use crate::{Store, StoreError};
use app::domain::{Admin, AuditAction, AuditSubject, Sender};
use app::error::AppError;
use sentences::page;
use sqlx::PgConnection;

/// Removes it, so that any organization can add it. It has to be out of use, so that no conversation is given it
/// meanwhile, and to have no text in either direction: conversations keep their sender, and what came to it is answered
/// from it.
///
/// # Errors
/// No such sender; it is in use, or has texts.
#[tracing::instrument(name = "db.sending_number.remove", skip_all)]
pub async fn remove(store: &Store, viewer: &Admin, sender: &Sender) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let is_in_use = sqlx::query_scalar!(
        r#"select out_of_use_at is null as "is_in_use!"
             from sending_number
            where organization_id = $1 and number = $2
              for update"#,
        viewer.organization.0,
        sender.as_str(),
    );
    let is_in_use = is_in_use.fetch_optional(&mut *transaction).await?;
    if is_in_use.ok_or(AppError::NotFound)? {
        return Err(AppError::Invalid(page::take_it_out_of_use_first().into()).into());
    }
    if has_texts(&mut transaction, viewer, sender).await? {
        return Err(AppError::Invalid(page::number_has_texts().into()).into());
    }
    let removed = sqlx::query!(
        "delete from sending_number where organization_id = $1 and number = $2",
        viewer.organization.0,
        sender.as_str(),
    )
    .execute(&mut *transaction)
    .await?;
    if removed.rows_affected() != 1 {
        return Err(AppError::NotFound.into());
    }
    let change = Change::new(AuditAction::NumberRemoved, AuditSubject::Organization);
    let change = change.detail(sender.as_str());
    audit::record(&mut transaction, &store.clock, viewer.actor(), change).await?;
    transaction.commit().await?;
    Ok(())
}

/// Whether there are texts from it or to it.
#[tracing::instrument(name = "db.sending_number.has_texts", skip_all)]
pub(super) async fn has_texts(
    tx: &mut PgConnection,
    viewer: &Admin,
    sender: &Sender,
) -> Result<bool, sqlx::Error> {
    // In the order of `message_by_sender`, so that it is read from there, however many messages may be the sender's.
    let has_texts = sqlx::query_scalar!(
        r#"select coalesce((select true
                              from message
                             where organization_id = $1 and own_number collate "C" between $2 and $2
                             order by own_number collate "C"
                             limit 1), false)
                  or exists (select from inbound
                              where organization_id = $1 and message_id is null
                                and (to_number = $2 or messaging_service = $2)) as "has_texts!""#,
        viewer.organization.0,
        sender.as_str(),
    );
    has_texts.fetch_one(tx).await
}
