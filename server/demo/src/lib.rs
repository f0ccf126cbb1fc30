//! A demo organization, in which every feature can be seen without an account anywhere.
//!
//! `story` decides, from a seed, who is on which campaign, what was said and who holds what; nothing
//! in it knows the database. `write` puts the story in, with all its times measured back from the
//! database's now. A campaign is a file in `campaigns`.

mod campaigns;
mod create;
mod error;
mod names;
mod people;
mod phrases;
mod plan;
mod sign_in;
mod sign_ins;
mod story;
mod teams;
mod write;

#[cfg(test)]
mod tests;

pub use create::create;
pub use error::DemoError;
pub use sign_in::DemoSignIn;
pub use sign_ins::DemoSignIns;
