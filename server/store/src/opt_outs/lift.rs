use super::Affected;
use super::remove::{LiftedBy, remove};
use crate::audit::{self, Change};
use crate::clock::Clock;
use crate::database::BEGIN_PATIENTLY;
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, MemberId, OrganizationId, PhoneNumber};
use app::error::AppError;
use sentences::page;
use sqlx::PgConnection;

/// Lifts an opt-out, whoever recorded it, as [`remove`] does.
///
/// # Errors
/// The number is not opted out; the database.
#[tracing::instrument(name = "db.opt_out.lift", skip_all)]
pub async fn lift(
    store: &Store,
    actor: AuditActor,
    number: &PhoneNumber,
    reason: &str,
) -> Result<(), StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin_with(BEGIN_PATIENTLY).await?;
    let removed = remove(
        &mut transaction,
        &store.clock,
        organization,
        number,
        LiftedBy::Admin(actor.member),
        reason,
    )
    .await?;
    let Some(removed) = removed else {
        return Err(AppError::Invalid(page::number_is_not_opted_out().into()).into());
    };
    let detail = format!("{number} · {reason}");
    let change = Change::new(AuditAction::OptOutLifted, AuditSubject::Organization);
    audit::record(
        &mut transaction,
        &store.clock,
        actor,
        change.detail(&detail),
    )
    .await?;
    notify::changed(
        &mut *transaction,
        organization,
        removed.affected.campaigns,
        removed.affected.members,
    )
    .await?;
    transaction.commit().await?;
    Ok(())
}

/// Undoes an opt-out, in a transaction of the caller, who records and notifies it; `None` = the number is not opted out.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.opt_out.undo_within", skip_all)]
pub(crate) async fn undo_within(
    transaction: &mut PgConnection,
    clock: &Clock,
    organization: OrganizationId,
    number: &PhoneNumber,
    member: Option<MemberId>,
    reason: &str,
) -> Result<Option<Affected>, StoreError> {
    let by = LiftedBy::Undo(member);
    let removed = remove(transaction, clock, organization, number, by, reason).await?;
    Ok(removed.map(|removed| removed.affected))
}
