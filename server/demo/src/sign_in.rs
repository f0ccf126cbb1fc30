//! A person of the demo, with what signs them in.

use app::domain::Role;

/// Somebody to sign in as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoSignIn {
    /// What they may do.
    pub role: Role,
    /// Their name.
    pub name: &'static str,
    /// What they sign in with.
    pub email: &'static str,
    /// What there is to see as them, in a few words.
    pub sees: &'static str,
}
