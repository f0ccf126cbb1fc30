//! Links that an admin makes for a member.

use super::{ResetToken, make};
use app::domain::{
    Admin, AuditAction, AuditSubject, MemberId, PasswordLinkRefusal, Role, may_make_password_link,
};
use app::error::AppError;
use server_store::audit::{self, Change};
use server_store::{Store, StoreError, stored_word};
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
    /// Whether it is the viewer's own membership.
    is_viewer: bool,
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
        r#"select organization_id as organization, role::text as "role!",
                  organization_id = $2 and id = $3 as "is_viewer!"
             from member where account_id = $1 or (organization_id = $2 and id = $3)"#,
        account.id,
        viewer.organization.0,
        viewer.member.0,
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
    // Who joins another organization, or may do more, waits for one of these, and ends the link when this is committed.
    make::lock_account(&mut transaction, account).await?;
    let memberships = lock_memberships(&mut transaction, viewer, account).await?;
    if let Some(refusal) = judge(viewer, member, &memberships)? {
        return Ok(Err(refusal));
    }
    let maker = Some((viewer.organization, viewer.member));
    let token = make::insert(&mut transaction, store, account, maker).await?;
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

/// The memberships of the account, and that of the viewer, whose role may be another one than when they were let in.
#[tracing::instrument(name = "db.password_reset.lock_memberships", skip_all)]
async fn lock_memberships(
    tx: &mut PgConnection,
    viewer: &Admin,
    account: i64,
) -> Result<Vec<Row>, StoreError> {
    let rows = sqlx::query_as!(
        Row,
        r#"select organization_id as organization, role::text as "role!",
                  organization_id = $2 and id = $3 as "is_viewer!"
             from member where account_id = $1 or (organization_id = $2 and id = $3)
            order by id
              for share"#,
        account,
        viewer.organization.0,
        viewer.member.0,
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
    let (mut own, mut here) = (Role::Suspended, Role::Suspended);
    let mut belongs_elsewhere = false;
    for row in memberships {
        if row.is_viewer {
            own = stored_word(&row.role)?;
        } else if row.organization == viewer.organization.0 {
            here = stored_word(&row.role)?;
        } else {
            // Also where they are suspended: a password that was chosen by the link would open it once that is lifted.
            belongs_elsewhere = true;
        }
    }
    Ok(may_make_password_link(own, here, belongs_elsewhere).err())
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
