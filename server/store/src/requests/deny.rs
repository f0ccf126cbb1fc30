//! A request is denied.

use crate::audit::{self, Change};
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditSubject, MemberId, RequestId, Role, Viewer};
use app::error::AppError;
use sentences::page;
use sqlx::PgConnection;

/// The longest reason, in characters.
const MAX_CHARACTERS: usize = 500;

/// Whether the viewer may decide on a request of their own: on that of others whoever decides may, on one's own only
/// an admin.
pub(super) fn may_decide_on_own(viewer: &Viewer) -> bool {
    viewer.role >= Role::Admin
}

/// Denies it, unless it is the viewer's own and an admin has to; gives the texter's name.
#[tracing::instrument(name = "db.request.deny", skip_all, fields(%request))]
pub(super) async fn deny(
    store: &Store,
    viewer: &Viewer,
    request: RequestId,
    reason: &str,
) -> Result<String, StoreError> {
    let reason = reason.trim();
    if reason.chars().count() > MAX_CHARACTERS {
        let sentence = page::denial_is_too_long(&MAX_CHARACTERS.to_string());
        return Err(AppError::Invalid(sentence).into());
    }
    let mut tx = store.begin().await?;
    let denied = sqlx::query!(
        "update assignment_request r
            set state = 'denied', denial = $3, decided_by = $4,
                decided_at = coalesce($5, statement_timestamp())
           from member m
           join account a on a.id = m.account_id
          where r.organization_id = $1 and r.id = $2 and r.state = 'pending'
            and (r.member_id <> $4 or $6)
            and m.organization_id = r.organization_id and m.id = r.member_id
         returning m.id, a.name",
        viewer.organization.0,
        request.0,
        reason,
        viewer.member.0,
        store.clock.pinned(),
        may_decide_on_own(viewer),
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(texter) = denied else {
        return Err(gone(&mut tx, viewer, request).await?.into());
    };
    let subject = AuditSubject::Member(MemberId(texter.id));
    let change = Change::new(AuditAction::RequestDenied, subject);
    audit::record(&mut tx, &store.clock, viewer.actor(), change).await?;
    notify::requests_changed(&mut *tx, viewer.organization, MemberId(texter.id)).await?;
    tx.commit().await?;
    Ok(texter.name)
}

/// Why a request cannot be decided on: it was already, it is the viewer's own, or it is not in this organization.
#[tracing::instrument(name = "db.request.find_gone", skip_all, fields(%request))]
pub(super) async fn gone(
    tx: &mut PgConnection,
    viewer: &Viewer,
    request: RequestId,
) -> Result<AppError, StoreError> {
    let pending = sqlx::query_scalar!(
        r#"select state = 'pending' as "pending!" from assignment_request where organization_id = $1 and id = $2"#,
        viewer.organization.0,
        request.0,
    )
    .fetch_optional(tx)
    .await?;
    Ok(match pending {
        Some(true) => AppError::NotAllowed,
        Some(false) => AppError::DecidedAlready,
        None => AppError::NotFound,
    })
}
