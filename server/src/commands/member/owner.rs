//! The owner in whose name a command is done that is about no member.

use super::super::CommandError;
use app::domain::{Admin, MemberId, OrganizationId, Role, Viewer};
use sqlx::PgPool;

/// The owner who has been a member for longest.
#[tracing::instrument(name = "db.member.find_owner", skip_all, fields(%organization))]
pub(super) async fn owner(
    pool: &PgPool,
    organization: OrganizationId,
) -> Result<Admin, CommandError> {
    let row: Option<(i64, String, String)> = sqlx::query_as(
        "select m.id, a.name, o.name
           from member m
           join account a on a.id = m.account_id
           join organization o on o.id = m.organization_id
          where m.organization_id = $1 and m.role = 'owner'
          order by m.id
          limit 1",
    )
    .bind(organization.0)
    .fetch_optional(pool)
    .await?;
    let owner = row.and_then(|(member, name, organization_name)| {
        let viewer = Viewer {
            organization,
            organization_name,
            member: MemberId(member),
            name,
            role: Role::Owner,
            language: None,
        };
        Admin::try_from(viewer).ok()
    });
    owner.ok_or_else(|| {
        let sentence = format!("There is no organization {organization} that has an owner.");
        CommandError::Refused(sentence)
    })
}
