//! The service that sends the texts of the outbox. A crash at any time neither loses a text nor sends it twice: a claim
//! expires with its lease, and then the message service is asked before the text is sent again. The statements are in
//! `server_store::outbox`.

mod delivery;
mod outcome;
mod settings;
mod worker;

pub use outcome::OutboxCounts;
pub use settings::OutboxSettings;
pub use worker::Outbox;
