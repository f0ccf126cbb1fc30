//! The viewer: the signed-in member behind a request.

use super::{AuditActor, MemberId, OrganizationId, Role};
use sentences::Language;
use serde::{Deserialize, Serialize};
use std::net::IpAddr;

/// Where somebody does from what they do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// A browser, at this address if it is known.
    Client(Option<IpAddr>),
    /// The command line, in the member's name.
    CommandLine,
}

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
    /// Where the request comes from.
    pub origin: Origin,
}

impl Viewer {
    /// The viewer as the audit log knows them.
    pub fn actor(&self) -> AuditActor {
        let (member, address) = match self.origin {
            Origin::Client(address) => (Some(self.member), address),
            Origin::CommandLine => (None, None),
        };
        AuditActor {
            organization: self.organization,
            member,
            address,
        }
    }
}
