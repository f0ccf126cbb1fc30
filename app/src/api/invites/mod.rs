//! Server functions of invite links.

mod create;
#[cfg(feature = "ssr")]
mod parse;
mod revoke;

pub use create::{CreateInvite, create_invite};
pub use revoke::{RevokeInvite, revoke_invite};
