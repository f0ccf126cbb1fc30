//! Server functions of escalated conversations.

mod take;

pub use take::{TakeEscalated, take_escalated};
