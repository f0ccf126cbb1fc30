//! A new sender.

use crate::audit::{self, Change};
use crate::clock::Clock;
use crate::{Store, StoreError};
use app::domain::{Admin, AuditAction, AuditActor, AuditSubject, Sender, ServiceKind};
use app::error::AppError;
use app::field_errors::FieldErrors;
use sentences::page;
use sqlx::PgConnection;

/// They are all on one page.
const MAX_SENDERS: i64 = 100;

/// Adds it, in use. What is answered finds its organization by the sender, so no two organizations have the same.
///
/// # Errors
/// An organization has the sender already; too many.
#[tracing::instrument(name = "db.sending_number.add", skip_all)]
pub async fn add(
    store: &Store,
    viewer: &Admin,
    sender: &Sender,
    service: ServiceKind,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let actor = viewer.actor();
    add_within(&mut transaction, &store.clock, actor, sender, service).await?;
    transaction.commit().await?;
    Ok(())
}

/// [`add`], where the caller's transaction decides whether it happens.
///
/// # Errors
/// As [`add`].
#[tracing::instrument(name = "db.sending_number.add_within", skip_all)]
pub async fn add_within(
    tx: &mut PgConnection,
    clock: &Clock,
    actor: AuditActor,
    sender: &Sender,
    service: ServiceKind,
) -> Result<(), StoreError> {
    let organization = actor.organization;
    let added = sqlx::query!(
        "insert into sending_number (organization_id, number, service)
         select $1, $2, $3
          where (select count(*) from sending_number where organization_id = $1) < $4
         on conflict (number) do nothing",
        organization.0,
        sender.as_str(),
        service.as_str(),
        MAX_SENDERS,
    )
    .execute(&mut *tx)
    .await?;
    if added.rows_affected() != 1 {
        let is_ours = sqlx::query_scalar!(
            r#"select organization_id = $2 as "is_ours!" from sending_number where number = $1"#,
            sender.as_str(),
            organization.0,
        )
        .fetch_optional(&mut *tx)
        .await?;
        return Err(refusal(sender, is_ours).into());
    }
    let change = Change::new(AuditAction::NumberAdded, AuditSubject::Organization);
    let change = change.detail(sender.as_str());
    audit::record(tx, clock, actor, change).await
}

/// The reason why nothing was added, given whose the sender is, if it is anybody's.
fn refusal(sender: &Sender, is_ours: Option<bool>) -> AppError {
    let sentence = match (is_ours, sender) {
        (Some(true), Sender::Number(_)) => page::number_is_yours_already(),
        (Some(true), Sender::MessagingService(_)) => page::messaging_service_is_yours_already(),
        (Some(false), Sender::Number(_)) => page::number_is_taken(),
        (Some(false), Sender::MessagingService(_)) => page::messaging_service_is_taken(),
        (None, _) => return AppError::Invalid(page::too_many_numbers(&MAX_SENDERS.to_string())),
    };
    AppError::Fields(FieldErrors::one("sender", sentence))
}
