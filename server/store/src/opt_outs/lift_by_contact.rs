use super::Affected;
use super::remove::{LiftedBy, remove};
use crate::StoreError;
use crate::clock::Clock;
use app::domain::{OrganizationId, PhoneNumber};
use sqlx::PgConnection;

/// What is kept as the reason, whatever language the contact said it in.
const REASON: &str = "START";

/// Lifts the opt-out that a contact made, because they ask for it: one by a stop word, or one that their carrier
/// reported. What a texter, an admin or a file recorded holds. Which lift it was, and what it changed; none if there was
/// nothing to lift.
///
/// The caller's transaction decides whether it happens, and notifies others; call it before locking a conversation.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.opt_out.lift_by_contact", skip_all)]
pub(crate) async fn lift_by_contact(
    tx: &mut PgConnection,
    clock: &Clock,
    organization: OrganizationId,
    cell: &PhoneNumber,
) -> Result<Option<(i64, Affected)>, StoreError> {
    let removed = remove(tx, clock, organization, cell, LiftedBy::Contact, REASON).await?;
    Ok(removed.map(|removed| (removed.lift, removed.affected)))
}
