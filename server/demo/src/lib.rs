//! A demo organization, in which every feature can be seen without an account anywhere.
//!
//! `story` generates the history from a seed: contacts, their threads, and every change of hands. It does not know the
//! database. `write` inserts the history, with all times counted back from the database's clock. `campaigns` has one
//! file for the script and the dialogues of each campaign. `set_up` does by the ports what an admin does now: teams,
//! approval levels, a pause, a copy, a second pass, and a campaign whose contacts are imported from a file.

mod campaigns;
mod contact_file;
mod create;
mod error;
mod names;
mod night;
mod people;
mod phrases;
mod plan;
mod set_up;
mod sign_in;
mod sign_ins;
mod story;
mod teams;
mod write;

#[cfg(test)]
mod tests;

pub use contact_file::ContactFile;
pub use create::create;
pub use error::DemoError;
pub use sign_in::DemoSignIn;
pub use sign_ins::DemoSignIns;
