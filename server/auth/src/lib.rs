//! Authentication: passwords, limits on sign-in attempts, sessions in PostgreSQL, and the viewer of a request. What a
//! role may do is said by the witnesses in `app::domain`.

mod account;
mod allowed;
mod browser;
mod choose_membership;
mod client_address;
mod create_session;
mod end_sessions;
mod guessable;
mod hashing_queue;
mod identity;
mod known_device;
mod language;
mod memberships;
mod new_password;
mod own_account;
mod own_sessions;
mod password;
mod password_error;
mod password_resets;
mod session_fault;
mod session_store;
mod setup;
mod sign_in_limits;
mod start_session;
mod still_allowed;
mod trusted_proxies;
mod viewer;

#[cfg(test)]
mod tests;

pub use allowed::{Allowed, Refused};
pub use client_address::{ClientAddress, client_address};
pub use create_session::create_session;
pub use end_sessions::end_sessions;
pub use guessable::refuse_guessable;
pub use hashing_queue::{HashingTurn, hashing_turn};
pub use identity::SessionIdentity;
pub use known_device::forget_unused_devices;
pub use language::LANGUAGE_COOKIE;
pub use password::{hash, is_password_hash, verify};
pub use password_error::PasswordError;
pub use password_resets::{PasswordLinks, ResetToken, link, make_link, send_link};
pub use session_store::{LIFETIME, PgSessionStore, id_hash};
pub use setup::InstallationSetup;
pub use sign_in_limits::{AllowedAttempt, SignInLimits, TooManyAttempts, forget_full_buckets};
pub use still_allowed::{AllowedForNow, StillAllowed};
pub use trusted_proxies::TrustedProxies;
pub use viewer::{establish_viewer, viewer_now};

use app::domain::{MemberId, OrganizationId};
use serde::{Deserialize, Serialize};

/// The key of the [`SessionOwner`] in a session's record. SQL statements have it too.
const OWNER_KEY: &str = "whose";

/// The key of the moment of the sign-in, in the record of a session that goes on from another one.
const SINCE_KEY: &str = "since";

/// The member to whom a session belongs.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct SessionOwner {
    organization: OrganizationId,
    member: MemberId,
    /// The member's `session_epoch` at sign-in. The session is invalid once the member's has grown.
    #[serde(default)]
    epoch: i32,
}
