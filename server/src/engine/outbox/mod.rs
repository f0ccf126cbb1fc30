//! Empties the outbox. Nothing is sent twice and nothing is lost, whenever a server dies: a claim ends
//! with its lease, and then the service is asked before the text is sent again.

mod delivery;
mod outcome;
mod settings;
mod worker;

pub use outcome::OutboxCounts;
pub use settings::OutboxSettings;
pub use worker::Outbox;
