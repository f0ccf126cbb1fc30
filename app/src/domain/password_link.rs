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
    /// They belong to another organization too.
    BelongsElsewhere,
}

/// Whether somebody of the role `own` may make a link for another member, whose role is `here` in the same organization.
/// The link opens the whole account, with the conversations of every organization that it belongs to: never for one that
/// belongs to another too, not even where it is suspended, which may be lifted while the password stays.
///
/// # Errors
/// The reason why not.
pub fn may_make_password_link(
    own: Role,
    here: Role,
    belongs_elsewhere: bool,
) -> Result<(), PasswordLinkRefusal> {
    if here == Role::Suspended {
        return Err(PasswordLinkRefusal::Suspended);
    }
    if own < Role::Admin || here > own {
        return Err(PasswordLinkRefusal::AboveYou);
    }
    if belongs_elsewhere {
        return Err(PasswordLinkRefusal::BelongsElsewhere);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::PasswordLinkRefusal::{AboveYou, BelongsElsewhere, Suspended};
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
                assert_eq!(may_make_password_link(own, here, false), expected);
            }
        }
    }

    #[test]
    fn never_into_another_organization() {
        for own in [Role::Admin, Role::Owner] {
            let allowed = may_make_password_link(own, Role::Texter, true);
            assert_eq!(allowed, Err(BelongsElsewhere), "{own}");
        }
    }
}
