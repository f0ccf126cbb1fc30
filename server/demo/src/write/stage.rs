//! What the rows of the story refer to.

use crate::people::Person;
use crate::story::Ago;
use app::domain::{OrganizationId, PoolId};
use chrono::{DateTime, TimeDelta, Utc};

/// What the tables of the story hang on.
pub(super) struct Stage {
    pub now: DateTime<Utc>,
    pub organization: OrganizationId,
    pub general: PoolId,
    /// By their place in [`crate::people::PEOPLE`].
    pub members: Vec<i64>,
    /// By their place in [`crate::story::TAGS`].
    pub tags: Vec<i64>,
}

impl Stage {
    /// The moment that was so long ago.
    pub fn at(&self, ago: Ago) -> DateTime<Utc> {
        self.now - TimeDelta::seconds(ago)
    }

    /// The id of a person as a member.
    pub fn member(&self, person: Person) -> i64 {
        self.members[person]
    }
}
