//! The list of sign-ins that `serve` prints.

use super::people::{PASSWORD, PEOPLE};
use super::sign_in::DemoSignIn;
use std::fmt;

/// The members to sign in as. `serve` prints its display.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoSignIns {
    /// Whether the demo was created just now and not at an earlier start.
    pub created_now: bool,
    /// The members, the admin first.
    pub people: Vec<DemoSignIn>,
    /// The password that all of them have.
    pub password: &'static str,
}

impl DemoSignIns {
    pub(super) fn new(created_now: bool) -> Self {
        Self {
            created_now,
            people: PEOPLE.to_vec(),
            password: PASSWORD,
        }
    }
}

impl fmt::Display for DemoSignIns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let longest_email = self
            .people
            .iter()
            .map(|person| person.email.len())
            .max()
            .unwrap_or(0);
        let longest_role = self
            .people
            .iter()
            .map(|person| person.role.as_str().len())
            .max()
            .unwrap_or(0);
        writeln!(f, "Demo sign-ins, all with the password {}", self.password)?;
        for DemoSignIn {
            role, email, sees, ..
        } in &self.people
        {
            let role = role.as_str();
            writeln!(
                f,
                "  {role:<longest_role$}  {email:<longest_email$}  {sees}"
            )?;
        }
        Ok(())
    }
}
