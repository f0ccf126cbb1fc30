//! The message service for demos, tests and load: contacts who answer by themselves.
//!
//! A text is taken in one transaction, together with the answer that it will get, so that nothing is
//! held in memory only: `engine::simulated_contacts` delivers the answer when it is due, through the
//! same `store::messages::receive` as a carrier's webhook, whichever server is alive then.
//! What a contact answers follows from the seed, the cell and the text alone.

mod answer;
mod manner;
mod persona;
mod phrases;
mod service;
#[cfg(test)]
mod tests;

pub use answer::{Answer, answer, remark};
pub use manner::Manner;
pub use persona::Persona;
pub use service::Simulated;
