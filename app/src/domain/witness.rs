//! Witnesses: a viewer whose role was looked at, as a type. What only admins may do takes an [`Admin`], of which
//! there is none without the role.

use super::{Role, Viewer};
use std::ops::Deref;

/// The refusal of a witness: the viewer's role does not allow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the role does not allow it")]
pub struct NotAllowed;

/// A viewer who may text: anybody who is not suspended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texter(Viewer);

/// A viewer who may decide on requests for texts, and may text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decider(Texter);

/// A viewer who may see campaigns, import contacts and release, and may do all that a decider may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admin(Decider);

/// A viewer who may do everything in the organization, and read what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner(Admin);

macro_rules! witness {
    ($name:ident, $inner:ty, $least:expr) => {
        impl TryFrom<Viewer> for $name {
            type Error = NotAllowed;
            fn try_from(viewer: Viewer) -> Result<Self, NotAllowed> {
                if viewer.role >= $least {
                    Ok(Self(viewer.try_into().map_err(|_| NotAllowed)?))
                } else {
                    Err(NotAllowed)
                }
            }
        }

        impl Deref for $name {
            type Target = $inner;
            fn deref(&self) -> &$inner {
                &self.0
            }
        }

        impl From<$name> for Viewer {
            fn from(witness: $name) -> Self {
                witness.0.into()
            }
        }
    };
}

witness!(Texter, Viewer, Role::Texter);
witness!(Decider, Texter, Role::Supervolunteer);
witness!(Admin, Decider, Role::Admin);
witness!(Owner, Admin, Role::Owner);

#[cfg(test)]
mod tests {
    use super::{Admin, Decider, NotAllowed, Owner, Texter};
    use crate::domain::{MemberId, OrganizationId, Origin, Role, Viewer};

    fn viewer(role: Role) -> Viewer {
        Viewer {
            organization: OrganizationId(1),
            organization_name: "Vote Local".into(),
            member: MemberId(1),
            name: "Ann".into(),
            role,
            language: None,
            origin: Origin::Client(None),
        }
    }

    #[test]
    fn there_is_none_without_the_role() {
        let allowed = Role::ALL.map(|role| {
            (
                Texter::try_from(viewer(role)).is_ok(),
                Decider::try_from(viewer(role)).is_ok(),
                Admin::try_from(viewer(role)).is_ok(),
                Owner::try_from(viewer(role)).is_ok(),
            )
        });
        assert_eq!(
            allowed,
            [
                (false, false, false, false),
                (true, false, false, false),
                (true, true, false, false),
                (true, true, true, false),
                (true, true, true, true),
            ]
        );
    }

    #[test]
    fn an_admin_is_a_decider_and_a_texter() {
        let admin: Result<Admin, NotAllowed> = viewer(Role::Admin).try_into();
        let admin = admin.unwrap();
        let decider: &Decider = &admin;
        let texter: &Texter = &admin;
        assert_eq!(decider.member, texter.member);
        assert_eq!(Viewer::from(admin.clone()), viewer(Role::Admin));
    }
}
