//! The end of a link.

use crate::audit::{self, Change};
use crate::{Store, StoreError};
use app::domain::{Admin, AuditAction, AuditSubject, InviteId};
use app::error::AppError;

/// Ends a link, unless it gives a role above that of the viewer. Whoever joins at this moment does so before it or not at
/// all: both lock the row.
#[tracing::instrument(name = "db.invite.revoke", skip_all, fields(%invite))]
pub(super) async fn revoke(
    store: &Store,
    viewer: &Admin,
    invite: InviteId,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let revoked = sqlx::query!(
        "update invite i
            set revoked_at = coalesce(i.revoked_at, $4, statement_timestamp())
           from member me
          where i.organization_id = $1 and i.id = $2
            and me.organization_id = i.organization_id and me.id = $3
            and me.role >= 'admin' and me.role >= i.role",
        viewer.organization.0,
        invite.0,
        viewer.member.0,
        store.clock.pinned(),
    );
    if revoked.execute(&mut *transaction).await?.rows_affected() == 1 {
        // Whom it did not reach is nobody's business any more.
        sqlx::query!(
            "delete from invite_mail_failure where organization_id = $1 and invite_id = $2",
            viewer.organization.0,
            invite.0,
        )
        .execute(&mut *transaction)
        .await?;
        let change = Change::new(AuditAction::InviteRevoked, AuditSubject::Invite(invite));
        audit::record(&mut transaction, &store.clock, viewer.actor(), change).await?;
        transaction.commit().await?;
        return Ok(());
    }
    let exists = sqlx::query_scalar!(
        r#"select exists (select from invite where organization_id = $1 and id = $2) as "exists!""#,
        viewer.organization.0,
        invite.0,
    );
    if exists.fetch_one(&mut *transaction).await? {
        Err(AppError::NotAllowed.into())
    } else {
        Err(AppError::NotFound.into())
    }
}
