//! The ids and the time that the rows of the story refer to.

use crate::people::PersonIndex;
use crate::story::SecondsAgo;
use app::domain::{OrganizationId, PoolId};
use chrono::{DateTime, TimeDelta, Utc};

/// The context of all inserts.
pub(crate) struct WriteContext {
    /// The database's time at the creation.
    pub now: DateTime<Utc>,
    pub organization: OrganizationId,
    /// The general pool.
    pub general: PoolId,
    /// Member ids, in the order of [`crate::people::PEOPLE`].
    pub members: Vec<i64>,
    /// Tag ids, in the order of [`crate::story::TAGS`].
    pub tags: Vec<i64>,
    /// Campaign ids, in the order of [`crate::campaigns::CAMPAIGNS`], once there are some.
    pub campaigns: Vec<i64>,
}

impl WriteContext {
    /// The timestamp of a time in the story.
    pub fn at(&self, ago: SecondsAgo) -> DateTime<Utc> {
        self.now - TimeDelta::seconds(ago)
    }

    /// The id of a member.
    pub fn member(&self, person: PersonIndex) -> i64 {
        self.members[person]
    }
}
