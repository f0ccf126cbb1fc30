//! The end of somebody's sessions, for who runs the program.

use super::own_sessions;
use app::domain::{AccountId, AuditAction, MemberId, OrganizationId};
use app::error::AppError;
use server_store::{Store, StoreError, audit};

/// Ends all sessions of a member's account, also those in other organizations, for somebody who may do anything: who runs
/// the program. Each organization that they are not suspended in reads it in its log.
///
/// # Errors
/// No such member; the database.
#[tracing::instrument(name = "db.session.end_for_command", skip_all, fields(%member))]
pub async fn end_sessions(
    store: &Store,
    organization: OrganizationId,
    member: MemberId,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let account = sqlx::query_scalar!(
        "select account_id from member where organization_id = $1 and id = $2",
        organization.0,
        member.0,
    );
    let account = account.fetch_optional(&mut *transaction).await?;
    let account = AccountId(account.ok_or(AppError::NotFound)?);
    own_sessions::end_all(&mut transaction, organization, member).await?;
    let action = (AuditAction::SignedOutEverywhere, "");
    audit::record_for_account(&mut transaction, &store.clock, account, action, None).await?;
    transaction.commit().await?;
    Ok(())
}
