//! What a link invites to.

use crate::{Store, StoreError, stored_word};
use app::domain::{InviteToken, OrganizationId, Viewer};
use app::error::AppError;
use app::ports::Invitation;

struct Row {
    organization: i64,
    organization_name: String,
    role: String,
    invited_by: Option<String>,
    state: String,
    email: Option<String>,
    viewer_role: Option<String>,
}

/// What a link invites to, and whether the viewer is there already.
///
/// # Errors
/// No such link; the database.
#[tracing::instrument(name = "db.invite.invitation", skip_all)]
pub async fn invitation(
    store: &Store,
    token: &InviteToken,
    viewer: Option<&Viewer>,
) -> Result<Invitation, StoreError> {
    let row = sqlx::query_as!(
        Row,
        r#"select o.id as organization, o.name as organization_name, i.role::text as "role!",
                made.name as "invited_by?", invite_state(i, coalesce($4, statement_timestamp())) as "state!",
                a.email as "email?", there.role::text as viewer_role
           from invite i
           join organization o on o.id = i.organization_id
           left join member maker on maker.organization_id = i.organization_id and maker.id = i.created_by
           left join account made on made.id = maker.account_id
           left join member me on me.organization_id = $2 and me.id = $3
           left join account a on a.id = me.account_id
           left join member there on there.organization_id = i.organization_id and there.account_id = a.id
          where i.token = $1"#,
        token.as_str(),
        viewer.map(|viewer| viewer.organization.0),
        viewer.map(|viewer| viewer.member.0),
        store.clock.pinned(),
    );
    let row = row.fetch_optional(&store.pool).await?;
    let row = row.ok_or(AppError::NotFound)?;
    Ok(Invitation {
        organization: OrganizationId(row.organization),
        organization_name: row.organization_name,
        role: stored_word(&row.role)?,
        invited_by: row.invited_by,
        state: stored_word(&row.state)?,
        email: row.email,
        viewer_role: row.viewer_role.as_deref().map(stored_word).transpose()?,
    })
}
