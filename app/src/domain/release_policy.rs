//! The policy of a release: the one type that the dialog edits, the server checks, the store runs and the
//! history keeps.

use super::IdleInterval;
use serde::{Deserialize, Serialize};

/// Which idle replies a release takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleasePolicy {
    /// How long a reply must have been idle.
    pub interval: IdleInterval,
    /// Take replies on campaigns that are restricted to teams as well.
    #[serde(default)]
    pub include_team_restricted: bool,
    /// Take only replies of contacts whose texting hours it is now.
    #[serde(default)]
    pub only_within_texting_hours: bool,
    /// Take replies on campaigns that are not auto-assigned as well, although the request form
    /// will not hand them out.
    #[serde(default)]
    pub include_auto_assign_off: bool,
}

impl Default for ReleasePolicy {
    /// What the dialog **Release Unhandled Replies** opens with.
    fn default() -> Self {
        Self {
            interval: IdleInterval::ONE_HOUR,
            include_team_restricted: false,
            only_within_texting_hours: true,
            include_auto_assign_off: false,
        }
    }
}
