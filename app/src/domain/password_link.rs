//! Who may make a link with which somebody else chooses a new password.

use super::Role;

/// Why an admin cannot make such a link for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordLinkRefusal {
    /// It is their own account, whose password is changed by who knows it.
    Yourself,
    /// They are suspended here.
    Suspended,
    /// Their role is above the admin's.
    AboveYou,
    /// They administer another organization.
    AdministersElsewhere,
}

/// Whether somebody of the role `own` may make a link for another member, whose role is `here` in the same organization
/// and `elsewhere` in others. The link opens the whole account, so that it would open those as well: never for who
/// administers one of them, whatever their role is here.
///
/// # Errors
/// The reason why not.
pub fn may_make_password_link(
    own: Role,
    here: Role,
    elsewhere: &[Role],
) -> Result<(), PasswordLinkRefusal> {
    if here == Role::Suspended {
        return Err(PasswordLinkRefusal::Suspended);
    }
    if own < Role::Admin || here > own {
        return Err(PasswordLinkRefusal::AboveYou);
    }
    if elsewhere.iter().any(|role| *role >= Role::Admin) {
        return Err(PasswordLinkRefusal::AdministersElsewhere);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::PasswordLinkRefusal::{AboveYou, AdministersElsewhere, Suspended};
    use super::may_make_password_link;
    use crate::domain::Role;

    #[test]
    fn never_for_somebody_above_ones_own_role() {
        for own in Role::ALL {
            for here in Role::ALL {
                let expected = match here {
                    Role::Suspended => Err(Suspended),
                    here if own >= Role::Admin && here <= own => Ok(()),
                    _ => Err(AboveYou),
                };
                assert_eq!(may_make_password_link(own, here, &[]), expected);
            }
        }
    }

    #[test]
    fn never_for_an_account_that_administers_another_organization() {
        for own in [Role::Admin, Role::Owner] {
            for elsewhere in Role::ALL {
                let allowed = may_make_password_link(own, Role::Texter, &[Role::Texter, elsewhere]);
                let expected = if elsewhere >= Role::Admin {
                    Err(AdministersElsewhere)
                } else {
                    Ok(())
                };
                assert_eq!(allowed, expected, "{own} {elsewhere}");
            }
        }
    }
}
