//! The rules about changing a member's role, as a table of decisions.

use super::Role;

/// A change of somebody's role that somebody asks for. A suspension is a change to [`Role::Suspended`], lifting one
/// is a change from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleChange {
    /// The role of whoever changes it.
    pub actor: Role,
    /// Whether it is their own.
    pub is_own: bool,
    /// The role as it is.
    pub from: Role,
    /// The role as it is to be.
    pub to: Role,
    /// Whether the organization has another owner than this member.
    pub others_own: bool,
}

/// Why a role is not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RoleRefusal {
    /// Only admins and owners change roles.
    #[error("only admins and owners change roles")]
    NotAllowed,
    /// Nobody changes the role of somebody above themselves.
    #[error("the member is above whoever changes their role")]
    AboveYou,
    /// Nobody gives a role above their own.
    #[error("the role is above that of whoever gives it")]
    AboveOwn,
    /// Who suspends themselves could not lift it.
    #[error("nobody suspends themselves")]
    Yourself,
    /// An organization has an owner.
    #[error("the member is the last owner")]
    LastOwner,
}

impl RoleChange {
    /// Whether it may be done.
    ///
    /// # Errors
    /// The first rule that is against it, in the order of [`RoleRefusal`].
    pub fn check(self) -> Result<(), RoleRefusal> {
        if self.actor < Role::Admin {
            return Err(RoleRefusal::NotAllowed);
        }
        if self.from > self.actor {
            return Err(RoleRefusal::AboveYou);
        }
        if self.to > self.actor {
            return Err(RoleRefusal::AboveOwn);
        }
        if self.from == Role::Owner && self.to != Role::Owner && !self.others_own {
            return Err(RoleRefusal::LastOwner);
        }
        if self.is_own && self.to == Role::Suspended {
            return Err(RoleRefusal::Yourself);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{RoleChange, RoleRefusal};
    use crate::domain::Role;
    use Role::{Admin, Owner, Supervolunteer, Suspended, Texter};

    /// What an actor may do to somebody else: a row for each role that this one has, a column for each role that it is
    /// to have, in the order of [`Role::ALL`]. `+` allowed, `u` above you, `o` above your own, `l` the last owner.
    fn table(actor: Role, is_own: bool, others_own: bool) -> Vec<String> {
        let letter = |from, to| {
            let change = RoleChange {
                actor,
                is_own,
                from,
                to,
                others_own,
            };
            match change.check() {
                Ok(()) => '+',
                Err(RoleRefusal::NotAllowed) => 'n',
                Err(RoleRefusal::AboveYou) => 'u',
                Err(RoleRefusal::AboveOwn) => 'o',
                Err(RoleRefusal::Yourself) => 'y',
                Err(RoleRefusal::LastOwner) => 'l',
            }
        };
        Role::ALL
            .map(|from| Role::ALL.map(|to| letter(from, to)).iter().collect())
            .into()
    }

    #[test]
    fn who_is_no_admin_changes_no_role() {
        for actor in [Suspended, Texter, Supervolunteer] {
            for is_own in [true, false] {
                assert_eq!(table(actor, is_own, true), ["nnnnn"; 5], "{actor}");
            }
        }
    }

    #[test]
    fn an_admin_gives_every_role_up_to_admin_and_touches_no_owner() {
        let expected = ["++++o", "++++o", "++++o", "++++o", "uuuuu"];
        assert_eq!(table(Admin, false, true), expected);
        assert_eq!(table(Admin, false, false), expected);
    }

    #[test]
    fn an_owner_does_everything_but_leave_the_organization_without_one() {
        assert_eq!(table(Owner, false, true), ["+++++"; 5]);
        let without_another = ["+++++", "+++++", "+++++", "+++++", "llll+"];
        assert_eq!(table(Owner, false, false), without_another);
    }

    #[test]
    fn nobody_suspends_themselves_and_an_owner_steps_down_if_another_stays() {
        let own = |role: Role, others_own| {
            let row = Role::ALL.iter().position(|one| *one == role).unwrap();
            table(role, true, others_own)[row].clone()
        };
        assert_eq!(own(Admin, false), "y+++o");
        assert_eq!(own(Owner, true), "y++++");
        assert_eq!(own(Owner, false), "llll+");
    }
}
