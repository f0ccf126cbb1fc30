//! The viewer: the signed-in member behind a request.

use super::{MemberId, OrganizationId, Role};
use sentences::Language;
use serde::{Deserialize, Serialize};

/// The signed-in member behind a request, as the server established it from the session. Every port
/// takes one, and binds what it reads and writes to its organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewer {
    /// The tenant.
    pub organization: OrganizationId,
    /// The tenant's name, for the page's head.
    pub organization_name: String,
    /// The member.
    pub member: MemberId,
    /// The member's own name.
    pub name: String,
    /// What the member may do, read anew for every request.
    pub role: Role,
    /// The language that the person has chosen, if any; else it is their browser's.
    pub language: Option<Language>,
}
