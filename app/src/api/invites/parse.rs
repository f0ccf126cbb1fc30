//! The parser of the form that makes an invite link.

use crate::domain::{InviteDays, InviteUses, InvitedRole, NewInvite, Role, TeamId};
use crate::field_errors::FieldErrors;
use sentences::page;

/// The link that an admin of this role asks for. `fields` are role, level, days and uses, as they were filled in.
pub(super) fn parse(
    maker: Role,
    teams: Vec<TeamId>,
    [role, level, days, uses]: [&str; 4],
) -> Result<NewInvite, FieldErrors> {
    let mut errors = FieldErrors::default();
    let role = role.parse::<Role>().ok();
    let role = role.and_then(|role| InvitedRole::by(maker, role).ok());
    if role.is_none() {
        errors.add("role", page::role_is_not_one_you_may_give());
    }
    let level = match level {
        "" => Ok(None),
        level => level.parse().map(Some),
    };
    if level.is_err() {
        errors.add("level", page::level_is_not_valid());
    }
    let days = days.parse::<InviteDays>();
    if days.is_err() {
        errors.add("days", page::days_are_not_valid());
    }
    let uses = match uses.trim() {
        "" => Ok(None),
        uses => uses.parse::<InviteUses>().map(Some),
    };
    if uses.is_err() {
        let most = sentences::number(InviteUses::MAX.into());
        errors.add("uses", &page::uses_are_not_valid(&most));
    }
    match (role, level, days, uses) {
        (Some(role), Ok(level), Ok(days), Ok(uses)) => Ok(NewInvite {
            role,
            teams,
            level,
            days,
            uses,
        }),
        _ => Err(errors),
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::domain::Role;

    #[test]
    fn what_is_not_valid_has_a_sentence_beside_its_field() {
        for (field, fields) in [
            ("role", ["owner", "", "7", "1"]),
            ("role", ["suspended", "", "7", "1"]),
            ("role", ["boss", "", "7", "1"]),
            ("level", ["texter", "free", "7", "1"]),
            ("days", ["texter", "", "", "1"]),
            ("days", ["texter", "", "365", "1"]),
            ("uses", ["texter", "", "7", "0"]),
            ("uses", ["texter", "", "7", "10001"]),
            ("uses", ["texter", "", "7", "many"]),
        ] {
            let errors = parse(Role::Admin, Vec::new(), fields).unwrap_err();
            assert!(errors.of(field).is_some(), "{fields:?}");
        }
        let new = parse(Role::Owner, Vec::new(), ["owner", "not_allowed", "30", " "]).unwrap();
        assert_eq!((new.role.role(), new.uses), (Role::Owner, None));
    }
}
