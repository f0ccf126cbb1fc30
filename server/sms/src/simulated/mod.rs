//! The simulated message service, for demos, tests and load: no carrier, and contacts who answer by themselves.
//!
//! One transaction accepts a text and plans the answer and the delivery reports, so that a crash loses none of them.
//! `engine::simulated_contacts`, of any server, delivers each when it is due, through the same `store::messages::receive` and
//! `store::delivery_reports::receive` as a webhook. Both depend on the seed, the cell and the text alone. Who is not reached
//! does not answer.

mod answer;
mod behavior;
mod persona;
mod phrases;
mod reports;
mod service;
#[cfg(test)]
mod tests;

pub use answer::{Answer, Remark, answer, remark};
pub use behavior::Behavior;
pub use persona::Persona;
pub use reports::{arrives, reports};
pub use service::Simulated;
