//! Authentication: passwords, sessions, and the viewer behind a request.

mod account;
mod allowed;
mod client_address;
mod hashing_queue;
mod identity;
mod known_device;
mod password;
mod password_error;
mod session_store;
mod sign_in_limits;
mod signed_in;
mod trusted_proxies;
mod viewer;

#[cfg(test)]
mod tests;

pub use allowed::{Allowed, Refused};
pub use client_address::{ClientAddress, client_address};
pub use hashing_queue::{HashingTurn, hashing_turn};
pub use identity::SessionIdentity;
pub use known_device::forget_unused_devices;
pub use password::{hash, verify};
pub use password_error::PasswordError;
pub use session_store::{LIFETIME, PgSessionStore, id_hash};
pub use sign_in_limits::{AllowedAttempt, SignInLimits, TooMany, forget_full_buckets};
pub use signed_in::signed_in;
pub use trusted_proxies::TrustedProxies;
pub use viewer::{establish_viewer, viewer_now};

use app::domain::{MemberId, OrganizationId};
use serde::{Deserialize, Serialize};

/// The key of the [`SessionOwner`] in a session; statements spell it too.
const OWNER_KEY: &str = "whose";

/// The member that a session belongs to.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct SessionOwner {
    organization: OrganizationId,
    member: MemberId,
    /// The member's `session_epoch` at sign-in. When that moves on, the session has ended for good.
    #[serde(default)]
    epoch: i32,
}
