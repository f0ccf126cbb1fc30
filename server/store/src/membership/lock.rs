//! A member under the lock that every change of a role takes.

use crate::{StoreError, stored_word};
use app::domain::{MemberId, Role, RoleChange, RoleRefusal, Viewer};
use app::error::AppError;
use sentences::page;
use sqlx::PgConnection;

/// A member as they are under the lock, and whoever changes them.
pub(super) struct Locked {
    /// The role of whoever changes it, as it is now.
    pub actor: Role,
    is_own: bool,
    /// The role as it is now.
    pub role: Role,
    /// Of a suspended member, the role before.
    pub role_before: Role,
    others_own: bool,
}

/// Locks the member, behind the organization: roles in it change one after the other, so that of two owners who demote each
/// other the second is none any more.
///
/// The member's lock is the strongest one. Whoever hands out or sends locks their member weakly first (`for key share`),
/// which no other change of a member waits for: so nothing is handed out to who is suspended at that moment, and what they
/// send was sent before. Nobody else is locked like that: who approves or undoes locks several members weakly, and would
/// come to a deadlock with a lock of several.
#[tracing::instrument(name = "db.member.lock", skip_all, fields(%member))]
pub(super) async fn lock(
    transaction: &mut PgConnection,
    viewer: &Viewer,
    member: MemberId,
) -> Result<Locked, StoreError> {
    sqlx::query!(
        "select from organization where id = $1 for no key update",
        viewer.organization.0,
    )
    .execute(&mut *transaction)
    .await?;
    sqlx::query!(
        "select from member where organization_id = $1 and id = $2 for update",
        viewer.organization.0,
        member.0,
    )
    .execute(&mut *transaction)
    .await?;
    let rows = sqlx::query!(
        r#"select id, role::text as "role!", coalesce(role_before, 'texter')::text as "role_before!"
             from member
            where organization_id = $1 and (id in ($2, $3) or role = 'owner')"#,
        viewer.organization.0,
        member.0,
        viewer.member.0,
    )
    .fetch_all(&mut *transaction)
    .await?;
    let find = |member: MemberId| rows.iter().find(|row| row.id == member.0);
    let found = find(member).ok_or(AppError::NotFound)?;
    let actor = find(viewer.member).ok_or(AppError::NotAllowed)?;
    let others_own = rows
        .iter()
        .any(|row| row.role == Role::Owner.as_str() && row.id != member.0);
    Ok(Locked {
        actor: stored_word(&actor.role)?,
        is_own: member == viewer.member,
        role: stored_word(&found.role)?,
        role_before: stored_word(&found.role_before)?,
        others_own,
    })
}

impl Locked {
    /// Whether their role may become this one.
    ///
    /// # Errors
    /// The sentence of the rule that is against it.
    pub fn check(&self, to: Role) -> Result<(), AppError> {
        let change = RoleChange {
            actor: self.actor,
            is_own: self.is_own,
            from: self.role,
            to,
            others_own: self.others_own,
        };
        change.check().map_err(refusal)
    }
}

fn refusal(refusal: RoleRefusal) -> AppError {
    let sentence = match refusal {
        RoleRefusal::NotAllowed => return AppError::NotAllowed,
        RoleRefusal::AboveYou => page::member_is_above_you(),
        RoleRefusal::AboveOwn => page::role_is_above_yours(),
        RoleRefusal::Yourself => page::cannot_suspend_yourself(),
        RoleRefusal::LastOwner => page::is_the_last_owner(),
    };
    AppError::Invalid(sentence.into())
}

/// Writes the role into the row, which is locked.
#[tracing::instrument(name = "db.member.set_role", skip_all, fields(%member))]
pub(super) async fn set_role(
    transaction: &mut PgConnection,
    viewer: &Viewer,
    member: MemberId,
    was: Role,
    role: Role,
) -> Result<(), StoreError> {
    let changed = sqlx::query!(
        "update member m
            set role = $4::text::member_role
          where m.organization_id = $1 and m.id = $2 and m.role = $3::text::member_role
            -- An organization has an owner, whatever the program thinks.
            and (m.role <> 'owner' or $4 = 'owner'
                 or exists (select from member other
                             where other.organization_id = m.organization_id and other.id <> m.id
                               and other.role = 'owner'))",
        viewer.organization.0,
        member.0,
        was.as_str(),
        role.as_str(),
    )
    .execute(transaction)
    .await?;
    if changed.rows_affected() != 1 {
        return Err(StoreError::Corrupt(format!(
            "the role of member {member} was not changed although its row was locked"
        )));
    }
    Ok(())
}
