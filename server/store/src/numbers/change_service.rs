//! Another message service for a sender.

use super::remove::has_texts;
use crate::audit::{self, Change};
use crate::{Store, StoreError, stored_word};
use app::domain::{Admin, AuditAction, AuditSubject, Sender, ServiceKind};
use app::error::AppError;
use sentences::page;
use sqlx::PgConnection;

/// Has the texts of a sender carried by another service; nothing happens if it carries them. What is on its way has to
/// be sent first: of a text that one service may have, the other one knows nothing. What is held of a paused campaign was
/// sent to neither. Contacts who have texts by Twilio may answer them, so that those stay with it.
///
/// # Errors
/// No such sender; texts from it are on their way; contacts have texts from it by Twilio, which it would leave.
#[tracing::instrument(name = "db.sending_number.change_service", skip_all)]
pub async fn change_service(
    store: &Store,
    viewer: &Admin,
    sender: &Sender,
    service: ServiceKind,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let was = sqlx::query_scalar!(
        "select service from sending_number where organization_id = $1 and number = $2 for no key update",
        viewer.organization.0,
        sender.as_str(),
    );
    let was = was.fetch_optional(&mut *transaction).await?;
    let was: ServiceKind = stored_word(&was.ok_or(AppError::NotFound)?)?;
    if was == service {
        return Ok(());
    }
    if is_any_on_its_way(&mut transaction, viewer, sender).await? {
        return Err(AppError::Invalid(page::number_has_texts_on_their_way().into()).into());
    }
    // Contacts may still answer them, with a stop word too, and nothing that comes would be taken.
    if service == ServiceKind::Simulated && has_texts(&mut transaction, viewer, sender).await? {
        return Err(AppError::Invalid(page::number_texted_contacts().into()).into());
    }
    let changed = sqlx::query!(
        "update sending_number set service = $3 where organization_id = $1 and number = $2",
        viewer.organization.0,
        sender.as_str(),
        service.as_str(),
    )
    .execute(&mut *transaction)
    .await?;
    if changed.rows_affected() != 1 {
        return Err(AppError::NotFound.into());
    }
    let detail = format!("{sender}: {was} → {service}");
    let change = Change::new(
        AuditAction::NumberServiceChanged,
        AuditSubject::Organization,
    );
    let change = change.detail(&detail);
    audit::record(&mut transaction, &store.clock, viewer.actor(), change).await?;
    transaction.commit().await?;
    Ok(())
}

/// By `outbox_paced` and `outbox_due`.
#[tracing::instrument(name = "db.sending_number.any_on_its_way", skip_all)]
async fn is_any_on_its_way(
    transaction: &mut PgConnection,
    viewer: &Admin,
    sender: &Sender,
) -> Result<bool, StoreError> {
    let is_any = sqlx::query_scalar!(
        r#"select exists (select from outbox o
                           where o.organization_id = $1 and o.state = 'paced' and o.paced_number = $2)
                  or exists (select from outbox o
                               join message m on m.organization_id = o.organization_id and m.id = o.message_id
                              where o.organization_id = $1 and o.state in ('queued', 'sending')
                                and m.own_number = $2) as "is_any!""#,
        viewer.organization.0,
        sender.as_str(),
    );
    Ok(is_any.fetch_one(transaction).await?)
}
