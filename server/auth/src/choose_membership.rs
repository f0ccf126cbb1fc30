//! The membership that a person goes on with.

use super::SessionOwner;
use super::session_store::id_hash;
use app::domain::{MemberId, OrganizationId, Viewer};
use app::error::AppError;
use chrono::{DateTime, Utc};
use server_store::{Store, StoreError};
use tower_sessions::session::Id;

/// The owner of a session in another organization of the viewer, where the next sign-in leads as well, and when the
/// session at hand was signed in to. The epoch is read by the same statement that looks at the role, so that a suspension
/// which commits later ends the session that is made of it.
#[tracing::instrument(name = "db.member.choose", skip_all, fields(%organization))]
pub(super) async fn choose(
    store: &Store,
    viewer: &Viewer,
    session: Option<Id>,
    organization: OrganizationId,
) -> Result<(SessionOwner, Option<DateTime<Utc>>), StoreError> {
    let mut transaction = store.begin().await?;
    let chosen = sqlx::query!(
        r#"update member m
            set chosen_at = coalesce($4, statement_timestamp())
           from member me
          where me.organization_id = $1 and me.id = $2 and me.role <> 'suspended'
            and m.account_id = me.account_id and m.organization_id = $3 and m.role <> 'suspended'
         returning m.id, m.session_epoch,
                   (select signed_in_at from session where id_hash = $5) as signed_in_at"#,
        viewer.organization.0,
        viewer.member.0,
        organization.0,
        store.clock.pinned(),
        session.map(|id| id_hash(&id)),
    );
    let chosen = chosen.fetch_optional(&mut *transaction).await?;
    let chosen = chosen.ok_or(AppError::NotFound)?;
    transaction.commit().await?;
    let owner = SessionOwner {
        organization,
        member: MemberId(chosen.id),
        epoch: chosen.session_epoch,
    };
    Ok((owner, chosen.signed_in_at))
}

/// When the session was signed in to.
#[tracing::instrument(name = "db.session.signed_in_at", skip_all)]
pub(super) async fn signed_in_at(
    store: &Store,
    session: Option<Id>,
) -> Result<Option<DateTime<Utc>>, StoreError> {
    let signed_in_at = sqlx::query_scalar!(
        "select signed_in_at from session where id_hash = $1",
        session.map(|id| id_hash(&id)),
    );
    Ok(signed_in_at.fetch_optional(&store.pool).await?)
}
