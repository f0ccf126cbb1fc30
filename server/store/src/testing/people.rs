//! People: who they are, and what becomes of them, by the ports that admins use.

use super::World;
use crate::Store;
use crate::members::{self, NewAccount};
use app::domain::{
    Admin, ApprovalLevel, Decider, MemberId, OrganizationId, Origin, Role, Texter, Viewer,
};
use app::ports::{LevelChange, MemberRoles, NewRole, People, Suspension};

/// Everybody's password.
pub const PASSWORD: &str = "a long enough password";
/// Its hash, with the least that argon2id may cost: a sign-in of a test need not take as long as one of a person.
pub(super) const PASSWORD_HASH: &str = "$argon2id$v=19$m=8,t=1,p=1$c2FsdCBvZiB0aGUgdGVzdHM$Bu4k+FzYRLGP7RCiLduv4fWlyOzQ0gibqAIn8Cuitp0";

/// Somebody who is to become a member, by their name.
pub(super) struct Named(pub &'static str);

const SOMEBODY: Named = Named("Somebody");

impl World {
    /// Another member, who needs no approval.
    pub async fn member(&self, role: Role) -> Viewer {
        self.named(SOMEBODY.0, role).await
    }

    /// Another member of this name, who needs no approval.
    pub async fn named(&self, name: &'static str, role: Role) -> Viewer {
        if role == Role::Texter {
            return (*Named(name).texter(&self.store, &self.admin).await).clone();
        }
        Named(name)
            .member(&self.store, self.organization, role)
            .await
    }

    /// Another texter, who needs no approval.
    pub async fn texter(&self) -> Texter {
        SOMEBODY.texter(&self.store, &self.admin).await
    }

    /// Somebody of another organization, as a member of this one too.
    pub async fn join(&self, person: &Viewer, role: Role) -> Viewer {
        let email = email(&self.store, person).await;
        SOMEBODY
            .add(&self.store, self.organization, &email, role)
            .await
    }

    /// Somebody who decides on requests and is no admin.
    pub async fn supervolunteer(&self) -> Decider {
        let member = self.member(Role::Supervolunteer).await;
        member.try_into().unwrap()
    }

    /// Another owner, who is an admin as well.
    pub async fn another_owner(&self) -> Admin {
        self.member(Role::Owner).await.try_into().unwrap()
    }

    /// What the member signs in with, beside [`PASSWORD`].
    pub async fn email(&self, member: &Viewer) -> String {
        email(&self.store, member).await
    }

    /// Gives a member another role, in the name of the owner.
    pub async fn set_role(&self, member: MemberId, role: Role) {
        let was = self.person_role(member).await;
        let change = NewRole { member, was, role };
        self.store.change_role(&self.owner, change).await.unwrap();
    }

    /// Suspends a member, who keeps what they hold.
    pub async fn suspend(&self, member: MemberId) {
        let suspension = Suspension {
            member,
            was: self.person_role(member).await,
            and_release: false,
        };
        self.store.suspend(&self.owner, suspension).await.unwrap();
    }

    /// Lifts a suspension.
    pub async fn lift(&self, member: MemberId) {
        let lifted = self.store.lift_suspension(&self.owner, member).await;
        lifted.unwrap();
    }

    /// Gives a member another approval level.
    pub async fn set_level(&self, member: MemberId, level: ApprovalLevel) {
        let person = self.store.person(&self.owner, member).await.unwrap();
        let was = person.row.level;
        let change = LevelChange { member, was, level };
        let saved = self.store.save_levels(&self.owner, vec![change]).await;
        assert_eq!(saved, Ok(1), "a fixture changed nothing");
    }

    async fn person_role(&self, member: MemberId) -> Role {
        let person = self.store.person(&self.owner, member).await.unwrap();
        person.row.role
    }
}

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

    async fn add(
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

async fn email(store: &Store, member: &Viewer) -> String {
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
