//! Server functions: who is asking, may they, call the port. Each has a fixed address, so that a
//! plain form can post to it.

pub mod account;
pub mod assignment;
pub mod campaigns;
pub mod contacts;
pub mod conversations;
pub mod escalations;
pub mod invites;
pub mod numbers;
pub mod opt_outs;
pub mod password;
pub mod people;
pub mod releases;
pub mod requests;
pub mod reviews;
pub mod session;
pub mod settings;
pub mod tags;
pub mod teams;
pub mod unmatched;

#[cfg(feature = "ssr")]
mod context;
#[cfg(feature = "ssr")]
mod form_input;
#[cfg(feature = "ssr")]
mod least_role;
#[cfg(feature = "ssr")]
mod redisplay;
#[cfg(feature = "ssr")]
pub use context::{admin, decider, owner, ports, request, texter, viewer};
#[cfg(feature = "ssr")]
pub use least_role::least_role;
#[cfg(feature = "ssr")]
pub use redisplay::redisplay_url;
#[cfg(feature = "ssr")]
pub(crate) use redisplay::{redisplay, redisplay_changes};
