//! The member whom a command is about, and the owner in whose name it is done.

use super::super::CommandError;
use app::domain::{Admin, MemberId, OrganizationId, Origin, Role, Viewer};
use clap::Args;
use sqlx::PgPool;

/// Which member of which organization.
#[derive(Debug, Args)]
pub(super) struct Whom {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub organization: i64,

    /// What the member signs in with.
    #[arg(long)]
    pub email: String,
}

/// The member, and who changes them.
pub(super) struct Acting {
    pub owner: Admin,
    pub member: MemberId,
    pub role: Role,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    role: String,
    name: String,
    organization_name: String,
    is_meant: bool,
}

impl Whom {
    /// Looks both up. An owner is changed in the name of another one, if there is one.
    #[tracing::instrument(name = "db.member.find_acting", skip_all)]
    pub async fn find(&self, pool: &PgPool) -> Result<Acting, CommandError> {
        let rows: Vec<Row> = sqlx::query_as(
            "select m.id, m.role::text, a.name, o.name as organization_name,
                    a.email = lower(btrim($2)) as is_meant
               from member m
               join account a on a.id = m.account_id
               join organization o on o.id = m.organization_id
              where m.organization_id = $1 and (m.role = 'owner' or a.email = lower(btrim($2)))
              order by is_meant, m.id",
        )
        .bind(self.organization)
        .bind(&self.email)
        .fetch_all(pool)
        .await?;
        let meant = rows.iter().find(|row| row.is_meant).ok_or_else(|| {
            CommandError::Refused(format!(
                "There is no member {} in organization {}.",
                self.email.trim(),
                self.organization
            ))
        })?;
        let role = |row: &Row| {
            row.role.parse::<Role>().map_err(|error| {
                CommandError::Refused(format!("The role of a member cannot be read: {error}."))
            })
        };
        let owner = rows.iter().find(|row| row.role == Role::Owner.as_str());
        let owner = owner.and_then(|row| {
            let viewer = Viewer {
                organization: OrganizationId(self.organization),
                organization_name: row.organization_name.clone(),
                member: MemberId(row.id),
                name: row.name.clone(),
                role: Role::Owner,
                language: None,
                origin: Origin::CommandLine,
            };
            Admin::try_from(viewer).ok()
        });
        Ok(Acting {
            owner: owner.ok_or_else(|| {
                CommandError::Refused(
                    "The organization has no owner, in whose name this could be done.".into(),
                )
            })?,
            member: MemberId(meant.id),
            role: role(meant)?,
        })
    }
}
