//! People in organizations.

mod add;
mod import;
#[cfg(test)]
mod tests;

pub use add::{Added, NewAccount, add};
pub use import::{NewMember, import};
