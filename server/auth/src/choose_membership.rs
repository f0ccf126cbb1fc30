//! The membership that a person goes on with.

use super::SessionOwner;
use super::own_sessions::{lock_memberships, signed_in_at};
use app::domain::{MemberId, OrganizationId, Viewer};
use app::error::AppError;
use chrono::{DateTime, Utc};
use server_store::{Store, StoreError};
use tower_sessions::session::Id;

/// The owner of a session in another organization of the viewer, where the next sign-in leads as well, and when the
/// session at hand was signed in to. That is valid until this commits: whoever ends all sessions of the account, or suspends
/// the member, does so before, or ends the session that is made of this.
#[tracing::instrument(name = "db.member.choose", skip_all, fields(%organization))]
pub(super) async fn choose(
    store: &Store,
    viewer: &Viewer,
    session: Option<Id>,
    organization: OrganizationId,
) -> Result<(SessionOwner, DateTime<Utc>), StoreError> {
    let mut transaction = store.begin().await?;
    lock_memberships(&mut transaction, viewer.organization, viewer.member).await?;
    let since = signed_in_at(&mut transaction, store, viewer, session).await?;
    let chosen = sqlx::query!(
        "update member m
            set chosen_at = coalesce($4, statement_timestamp())
           from member me
          where me.organization_id = $1 and me.id = $2
            and m.account_id = me.account_id and m.organization_id = $3 and m.role <> 'suspended'
         returning m.id, m.session_epoch",
        viewer.organization.0,
        viewer.member.0,
        organization.0,
        store.clock.pinned(),
    );
    let chosen = chosen.fetch_optional(&mut *transaction).await?;
    let chosen = chosen.ok_or(AppError::NotFound)?;
    transaction.commit().await?;
    let owner = SessionOwner {
        organization,
        member: MemberId(chosen.id),
        epoch: chosen.session_epoch,
    };
    Ok((owner, since))
}
