//! Who is behind an event of the audit log.

use super::{MemberId, OrganizationId};
use std::net::IpAddr;

/// Whoever does something to an organization that its owners read in the audit log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditActor {
    /// The tenant whose log it is.
    pub organization: OrganizationId,
    /// The member; none: somebody at the command line.
    pub member: Option<MemberId>,
    /// Where their request came from, if that is known.
    pub address: Option<IpAddr>,
}

impl AuditActor {
    /// Somebody at the command line, who needs no account.
    pub fn command_line(organization: OrganizationId) -> Self {
        Self {
            organization,
            member: None,
            address: None,
        }
    }
}
