use crate::StoreError;
use crate::members::{self, NewAccount};
use app::domain::{MemberId, OrganizationId, PoolId, Role, is_organization_name};
use app::error::AppError;
use sqlx::PgConnection;

/// An organization that was just created.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Created {
    /// The tenant.
    pub organization: OrganizationId,
    /// Its owner.
    pub owner: MemberId,
    /// Whether the owner's account is new; an account that was there keeps its name and password.
    pub owner_is_new: bool,
    /// Its General pool.
    pub general: PoolId,
}

/// Creates an organization with its owner and its General pool. The caller's transaction decides
/// whether it happens.
///
/// # Errors
/// A name that is empty, longer than 200 characters or cannot be read, an e-mail address that is none; the database.
#[tracing::instrument(name = "db.organization.create", skip_all)]
pub async fn create(
    tx: &mut PgConnection,
    name: &str,
    owner: &NewAccount<'_>,
) -> Result<Created, StoreError> {
    let name = name.trim();
    if !is_organization_name(name) {
        return Err(AppError::Invalid(
            "An organization’s name can have 1 to 200 characters, a letter or digit among them, and all can be seen."
                .into(),
        )
        .into());
    }
    // Whoever holds the code of the first steps is too late from now on.
    sqlx::query!("delete from setup_code")
        .execute(&mut *tx)
        .await?;
    let organization: i64 = sqlx::query_scalar!(
        "insert into organization (name) values ($1) returning id",
        name,
    )
    .fetch_one(&mut *tx)
    .await?;
    let organization = OrganizationId(organization);
    let owner = members::add(tx, organization, owner, Role::Owner).await?;
    let general: i64 = sqlx::query_scalar!(
        "insert into pool (organization_id, title) values ($1, 'General') returning id",
        organization.0,
    )
    .fetch_one(&mut *tx)
    .await?;
    Ok(Created {
        organization,
        owner: owner.member,
        owner_is_new: owner.is_new,
        general: PoolId(general),
    })
}
