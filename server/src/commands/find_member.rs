//! A member by what they sign in with.

use super::CommandError;
use app::domain::{MemberId, OrganizationId};
use server_store::Store;

/// The member of an organization who signs in with this address.
///
/// # Errors
/// There is nobody, or no such organization.
#[tracing::instrument(name = "db.member.find_by_email", skip_all, fields(%organization))]
pub async fn find_member(
    store: &Store,
    organization: OrganizationId,
    email: &str,
) -> Result<MemberId, CommandError> {
    let email = email.trim();
    let id: Option<i64> = sqlx::query_scalar(
        "select m.id from member m join account a on a.id = m.account_id
          where m.organization_id = $1 and a.email = lower($2)",
    )
    .bind(organization.0)
    .bind(email)
    .fetch_optional(&store.pool)
    .await?;
    id.map(MemberId).ok_or_else(|| {
        CommandError::Refused(format!(
            "There is no member {email} in organization {organization}."
        ))
    })
}
