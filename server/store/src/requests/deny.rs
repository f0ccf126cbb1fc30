//! A request is denied.

use crate::{Store, StoreError, notify};
use app::domain::{MemberId, RequestId, Viewer};
use app::error::AppError;
use sqlx::PgConnection;

/// The longest reason, in characters.
const MAX_CHARACTERS: usize = 500;

/// Denies it; gives the texter's name.
#[tracing::instrument(name = "db.request.deny", skip_all, fields(%request))]
pub(super) async fn deny(
    store: &Store,
    viewer: &Viewer,
    request: RequestId,
    reason: &str,
) -> Result<String, StoreError> {
    let reason = reason.trim();
    if reason.chars().count() > MAX_CHARACTERS {
        let sentence = format!("A reason has at most {MAX_CHARACTERS} characters.");
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
            and m.organization_id = r.organization_id and m.id = r.member_id
         returning m.id, a.name",
        viewer.organization.0,
        request.0,
        reason,
        viewer.member.0,
        store.clock.pinned(),
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(texter) = denied else {
        return Err(gone(&mut tx, viewer, request).await?.into());
    };
    notify::requests_changed(&mut *tx, viewer.organization, MemberId(texter.id)).await?;
    tx.commit().await?;
    Ok(texter.name)
}

/// Why a request cannot be decided on: it was already, or it is not in this organization.
#[tracing::instrument(name = "db.request.find_gone", skip_all, fields(%request))]
pub(super) async fn gone(
    tx: &mut PgConnection,
    viewer: &Viewer,
    request: RequestId,
) -> Result<AppError, StoreError> {
    let known = sqlx::query_scalar!(
        r#"select exists (select from assignment_request where organization_id = $1 and id = $2) as "known!""#,
        viewer.organization.0,
        request.0,
    )
    .fetch_one(tx)
    .await?;
    Ok(if known {
        AppError::DecidedAlready
    } else {
        AppError::NotFound
    })
}
