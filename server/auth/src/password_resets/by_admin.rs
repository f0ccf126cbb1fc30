//! Links that an admin makes for a member.

use super::{ResetToken, make};
use app::domain::{
    Admin, AuditAction, AuditSubject, MemberId, PasswordLinkRefusal, Role, UnknownRole,
    may_make_password_link,
};
use app::error::AppError;
use server_store::audit::{self, Change};
use server_store::{Store, StoreError};
use sqlx::PgConnection;

/// A member as the page of their link needs them.
pub(super) struct Member {
    pub name: String,
    pub email: String,
    pub refusal: Option<PasswordLinkRefusal>,
}

struct Row {
    organization: i64,
    role: String,
}

/// The member, and whether a link may be made for them.
#[tracing::instrument(name = "db.password_reset.member", skip_all)]
pub(super) async fn member(
    store: &Store,
    viewer: &Admin,
    member: MemberId,
) -> Result<Member, StoreError> {
    let account = sqlx::query!(
        "select a.id, a.name, a.email
           from member m join account a on a.id = m.account_id
          where m.organization_id = $1 and m.id = $2",
        viewer.organization.0,
        member.0,
    );
    let account = account.fetch_optional(&store.pool).await?;
    let account = account.ok_or(AppError::NotFound)?;
    let memberships = sqlx::query_as!(
        Row,
        r#"select organization_id as organization, role::text as "role!"
           from member where account_id = $1"#,
        account.id,
    );
    let memberships = memberships.fetch_all(&store.pool).await?;
    Ok(Member {
        name: account.name,
        email: account.email,
        refusal: judge(viewer, member, &memberships)?,
    })
}

/// Makes a link, unless there is a reason not to.
pub(super) async fn make(
    store: &Store,
    viewer: &Admin,
    member: MemberId,
) -> Result<Result<ResetToken, PasswordLinkRefusal>, StoreError> {
    let mut transaction = store.begin().await?;
    let account = account_of(&mut transaction, viewer, member).await?;
    // First the link, then the roles: one that changes from now on ends the link when this is committed.
    let token = make::insert(&mut transaction, store, account).await?;
    let memberships = lock_memberships(&mut transaction, account).await?;
    if let Some(refusal) = judge(viewer, member, &memberships)? {
        return Ok(Err(refusal));
    }
    let change = Change::new(AuditAction::PasswordLinkMade, AuditSubject::Member(member));
    audit::record(&mut transaction, &store.clock, viewer.actor(), change).await?;
    transaction.commit().await?;
    Ok(Ok(token))
}

#[tracing::instrument(name = "db.password_reset.account_of_member", skip_all)]
async fn account_of(
    tx: &mut PgConnection,
    viewer: &Admin,
    member: MemberId,
) -> Result<i64, StoreError> {
    let account = sqlx::query_scalar!(
        "select account_id from member where organization_id = $1 and id = $2",
        viewer.organization.0,
        member.0,
    );
    let account = account.fetch_optional(tx).await?;
    Ok(account.ok_or(AppError::NotFound)?)
}

#[tracing::instrument(name = "db.password_reset.lock_memberships", skip_all)]
async fn lock_memberships(tx: &mut PgConnection, account: i64) -> Result<Vec<Row>, StoreError> {
    let rows = sqlx::query_as!(
        Row,
        r#"select organization_id as organization, role::text as "role!"
           from member where account_id = $1
          order by id
            for share"#,
        account,
    );
    Ok(rows.fetch_all(tx).await?)
}

fn judge(
    viewer: &Admin,
    member: MemberId,
    memberships: &[Row],
) -> Result<Option<PasswordLinkRefusal>, StoreError> {
    if member == viewer.member {
        return Ok(Some(PasswordLinkRefusal::Yourself));
    }
    let mut here = Role::Suspended;
    let mut belongs_elsewhere = false;
    for row in memberships {
        if row.organization == viewer.organization.0 {
            here = row
                .role
                .parse()
                .map_err(|error: UnknownRole| StoreError::Corrupt(error.to_string()))?;
        } else {
            belongs_elsewhere = true;
        }
    }
    Ok(may_make_password_link(viewer.role, here, belongs_elsewhere).err())
}

/// Whether a token is that of the member's link now.
#[tracing::instrument(name = "db.password_reset.is_of_member", skip_all)]
pub(super) async fn is_of_member(
    store: &Store,
    viewer: &Admin,
    member: MemberId,
    token: &ResetToken,
) -> Result<bool, StoreError> {
    let is_theirs = sqlx::query_scalar!(
        r#"select exists (
             select from password_reset r
               join member m on m.account_id = r.account_id
              where r.token_hash = $1 and m.organization_id = $2 and m.id = $3
                and r.expires_at > coalesce($4, statement_timestamp())) as "is_theirs!""#,
        &token.hash()[..],
        viewer.organization.0,
        member.0,
        store.clock.pinned(),
    );
    Ok(is_theirs.fetch_one(&store.pool).await?)
}
