//! A member of the demo as `serve` lists them.

use app::domain::Role;

/// A member to sign in as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoSignIn {
    /// The role.
    pub role: Role,
    /// The name.
    pub name: &'static str,
    /// The e-mail address to sign in with.
    pub email: &'static str,
    /// The part of the product that this member shows, in a few words.
    pub sees: &'static str,
}
