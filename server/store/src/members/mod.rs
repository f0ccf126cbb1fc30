//! People in organizations.

mod add;
#[cfg(test)]
mod tests;

pub use add::{Added, NewAccount, add};
