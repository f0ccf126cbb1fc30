//! Who somebody is: passwords, sessions, and the viewer behind a request.

mod identity;
mod password;
mod session_store;
mod throttle;
mod viewer;

#[cfg(test)]
mod tests;

pub use identity::SessionIdentity;
pub use password::{PasswordError, hash, verify};
pub use session_store::PgSessionStore;
pub use throttle::SignInThrottle;
pub use viewer::{establish_viewer, viewer_now};

use app::domain::{MemberId, OrganizationId};
use serde::{Deserialize, Serialize};

/// The key under which a session keeps [`Whose`] it is.
const WHOSE: &str = "whose";

/// The member that a session belongs to.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Whose {
    organization: OrganizationId,
    member: MemberId,
}
