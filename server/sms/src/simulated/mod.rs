//! The simulated message service, for demos, tests and load: no carrier, and contacts who answer by themselves.
//!
//! One transaction accepts a text and plans the answer, so that a crash loses neither. `engine::simulated_contacts`, of
//! any server, delivers the answer when it is due, through the same `store::messages::receive` as a webhook. The answer
//! depends on the seed, the cell and the text alone.

mod answer;
mod behavior;
mod persona;
mod phrases;
mod service;
#[cfg(test)]
mod tests;

pub use answer::{Answer, Remark, answer, remark};
pub use behavior::Behavior;
pub use persona::Persona;
pub use service::Simulated;
