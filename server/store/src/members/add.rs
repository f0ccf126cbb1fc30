use crate::StoreError;
use app::domain::{MemberId, OrganizationId, PersonName, Role, is_email_address};
use app::error::AppError;
use sqlx::PgConnection;

/// Somebody who is to sign in.
#[derive(Clone, Copy)]
pub struct NewAccount<'a> {
    /// Case and surrounding space do not matter.
    pub email: &'a str,
    /// What others see.
    pub name: &'a str,
    /// From `auth`, a PHC string.
    pub password_hash: &'a str,
}

/// A member that was just added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Added {
    /// The member.
    pub member: MemberId,
    /// Whether the account is new; one that was there keeps its name and password, which are not ours
    /// to change.
    pub is_new: bool,
}

/// Adds somebody to an organization, with an account if they have none, and with the organization's
/// approval level for new members; whoever decides on requests needs nobody's approval. The caller's
/// transaction decides whether it happens.
///
/// # Errors
/// An e-mail address that is none, a name that is empty or longer than 200 characters, a member
/// already; the database.
#[tracing::instrument(name = "db.member.add", skip_all)]
pub async fn add(
    tx: &mut PgConnection,
    organization: OrganizationId,
    account: &NewAccount<'_>,
    role: Role,
) -> Result<Added, StoreError> {
    let (email, name) = checked(account)?;
    let made: Option<i64> = sqlx::query_scalar!(
        "insert into account (email, name, password_hash) values ($1, $2, $3)
         on conflict (email) do nothing
         returning id",
        &email,
        name.as_str(),
        account.password_hash,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let member: Option<i64> = sqlx::query_scalar!(
        "insert into member (organization_id, account_id, role, approval_level)
         select $1, account.id, $3::text::member_role,
                case when $4 then 'automatic' else organization.default_approval_level end
           from account, organization
          where account.email = $2 and organization.id = $1
         on conflict (account_id, organization_id) do nothing
         returning id",
        organization.0,
        &email,
        role.as_str(),
        role >= Role::Supervolunteer,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let member = member.ok_or_else(|| {
        AppError::Invalid(format!("{email} is already a member of this organization."))
    })?;
    Ok(Added {
        member: MemberId(member),
        is_new: made.is_some(),
    })
}

/// What the schema would refuse too, in words that say what to do.
fn checked(account: &NewAccount<'_>) -> Result<(String, PersonName), AppError> {
    let email = account.email.trim().to_lowercase();
    if !is_email_address(&email) {
        return Err(AppError::Invalid(
            "Enter an e-mail address such as ada@example.org.".into(),
        ));
    }
    let name = PersonName::parse(account.name)
        .map_err(|_| AppError::Invalid("A name can have 1 to 200 characters.".into()))?;
    Ok((email, name))
}
