//! The owner in whose name a command is done that is about no member.

use super::CommandError;
use app::domain::{Admin, MemberId, OrganizationId, Origin, Role, Viewer};
use server_store::Store;

#[derive(sqlx::FromRow)]
struct Row {
    organization: String,
    member: Option<i64>,
    name: Option<String>,
}

/// The owner who has been a member for longest.
///
/// # Errors
/// No such organization, or one without an owner.
#[tracing::instrument(name = "db.member.first_owner", skip_all, fields(%organization))]
pub async fn owner_of(store: &Store, organization: OrganizationId) -> Result<Admin, CommandError> {
    let row: Option<Row> = sqlx::query_as(
        "select o.name as organization, m.id as member, a.name
           from organization o
           left join member m on m.organization_id = o.id and m.role = 'owner'
           left join account a on a.id = m.account_id
          where o.id = $1
          order by m.id
          limit 1",
    )
    .bind(organization.0)
    .fetch_optional(&store.pool)
    .await?;
    let row = row.ok_or_else(|| refused(format!("There is no organization {organization}.")))?;
    let owner = row.member.zip(row.name).and_then(|(member, name)| {
        let viewer = Viewer {
            organization,
            organization_name: row.organization,
            member: MemberId(member),
            name,
            role: Role::Owner,
            language: None,
            origin: Origin::CommandLine,
        };
        Admin::try_from(viewer).ok()
    });
    owner.ok_or_else(|| refused("The organization has no owner, in whose name this could be done."))
}

fn refused(sentence: impl Into<String>) -> CommandError {
    CommandError::Refused(sentence.into())
}
