//! Messages that come in.

mod inbound_queue;
mod inbound_writer;
mod new_text;
mod receive;
#[cfg(test)]
mod tests;
mod write;

pub(super) use inbound_queue::InboundQueue;
pub use receive::{Received, receive};
