//! People as they become members.

use crate::Store;
use crate::members::{self, NewAccount};
use app::domain::{Admin, ApprovalLevel, MemberId, OrganizationId, Origin, Role, Texter, Viewer};
use app::ports::{LevelChange, People};

/// Everybody's password.
pub const PASSWORD: &str = "a long enough password";
/// Its hash, with the least that argon2id may cost: a sign-in of a test need not take as long as one of a person.
pub(super) const PASSWORD_HASH: &str = "$argon2id$v=19$m=8,t=1,p=1$c2FsdCBvZiB0aGUgdGVzdHM$Bu4k+FzYRLGP7RCiLduv4fWlyOzQ0gibqAIn8Cuitp0";

/// Somebody who is to become a member, by their name.
pub(super) struct Named(pub &'static str);

/// Whoever needs no name.
pub(super) const SOMEBODY: Named = Named("Somebody");

impl Named {
    /// Makes them a texter, who needs no approval.
    pub async fn texter(&self, store: &Store, admin: &Admin) -> Texter {
        let member = self.member(store, admin.organization, Role::Texter).await;
        let level = LevelChange {
            member: member.member,
            was: ApprovalLevel::ApprovalRequired,
            level: ApprovalLevel::Automatic,
        };
        store.save_levels(admin, vec![level]).await.unwrap();
        member.try_into().unwrap()
    }

    /// Makes them a member with an account of their own.
    pub async fn member(&self, store: &Store, organization: OrganizationId, role: Role) -> Viewer {
        self.add(store, organization, &address(), role).await
    }

    /// Makes them a member, with an account of this address if there is none.
    pub async fn add(
        &self,
        store: &Store,
        organization: OrganizationId,
        email: &str,
        role: Role,
    ) -> Viewer {
        let account = NewAccount {
            email,
            name: self.0,
            password_hash: PASSWORD_HASH,
        };
        let mut connection = store.pool.acquire().await.unwrap();
        let added = members::add(&mut connection, organization, &account, role);
        viewer(organization, added.await.unwrap().member, self.0, role)
    }
}

/// An e-mail address that nobody else has.
pub(super) fn address() -> String {
    format!("{:032x}@example.org", rand::random::<u128>())
}

/// A member as they are signed in.
pub(super) fn viewer(
    organization: OrganizationId,
    member: MemberId,
    name: &str,
    role: Role,
) -> Viewer {
    Viewer {
        organization,
        organization_name: "Vote Local".into(),
        member,
        name: name.into(),
        role,
        language: None,
        origin: Origin::Client(None),
    }
}

/// What a member signs in with.
pub(super) async fn email(store: &Store, member: &Viewer) -> String {
    sqlx::query_scalar(
        "select a.email from member m join account a on a.id = m.account_id
          where m.organization_id = $1 and m.id = $2",
    )
    .bind(member.organization.0)
    .bind(member.member.0)
    .fetch_one(&store.pool)
    .await
    .unwrap()
}
