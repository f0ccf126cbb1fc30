//! Server functions: who is asking, may they, call the port. Each has a fixed address, so that a
//! plain form can post to it.

pub mod campaigns;
pub mod conversations;
pub mod releases;
pub mod requests;
pub mod session;

#[cfg(feature = "ssr")]
mod asking;
#[cfg(feature = "ssr")]
pub use asking::{admin, decider, ports, request, texter, viewer};
