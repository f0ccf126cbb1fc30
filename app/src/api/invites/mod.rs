//! Server functions of invite links.

mod create;
#[cfg(feature = "ssr")]
mod parse;
#[cfg(feature = "ssr")]
mod recipients;
mod revoke;
mod send;

pub use create::{CreateInvite, create_invite};
pub use revoke::{RevokeInvite, revoke_invite};
pub use send::{SendInvite, send_invite};
