//! Members: further ones, and what becomes of them, by the ports that admins use.

use super::World;
use super::people::{Named, SOMEBODY, email};
use app::domain::{Admin, ApprovalLevel, Decider, MemberId, Role, Texter, Viewer};
use app::ports::{LevelChange, MemberRoles, NewRole, People, Suspension};

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
