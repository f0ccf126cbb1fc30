//! The list of sign-ins that `serve` prints.

use super::people::{PASSWORD, PEOPLE};
use super::sign_in::DemoSignIn;
use std::fmt;

/// Everybody to sign in as. Its display is what `serve` prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoSignIns {
    /// Whether the demo was made just now; otherwise it was there already.
    pub made_now: bool,
    /// Who. The admin comes first.
    pub people: Vec<DemoSignIn>,
    /// The password of them all.
    pub password: &'static str,
}

impl DemoSignIns {
    pub(super) fn new(made_now: bool) -> Self {
        Self {
            made_now,
            people: PEOPLE.to_vec(),
            password: PASSWORD,
        }
    }
}

impl fmt::Display for DemoSignIns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widest = self
            .people
            .iter()
            .map(|person| person.email.len())
            .max()
            .unwrap_or(0);
        writeln!(f, "Demo sign-ins, all with the password {}", self.password)?;
        for DemoSignIn {
            role, email, sees, ..
        } in &self.people
        {
            let role = role.as_str();
            writeln!(f, "  {role:<7} {email:<widest$}  {sees}")?;
        }
        Ok(())
    }
}
