//! What a link invites to, in a sentence.

use crate::pages::people::role_name;
use crate::ports::Invitation;
use sentences::page;

/// Who invites, and as what.
pub(super) fn lead(invitation: &Invitation) -> String {
    let role = role_name(invitation.role);
    match &invitation.invited_by {
        Some(name) => page::invited_by_as(name, role),
        None => page::invited_as(role),
    }
}
