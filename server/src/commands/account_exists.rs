//! Why a command does not use an account that is there.

/// An account belongs to whoever chose its password, and joining by a link does not show that its address is theirs:
/// whoever knows that it is says so.
pub(super) fn account_exists(email: &str) -> String {
    let email = email.trim().to_lowercase();
    format!(
        "{email} has an account already, whose password somebody has chosen. Ask its holder whether it is theirs; if it is, \
         add --existing-account, or send them an invite link, by which they join with it."
    )
}
