//! Puts the story into the database: a statement a table, in the caller's transaction.

mod campaigns;
mod contacts;
mod handovers;
mod messages;
mod organization;
mod teams;

use super::error::DemoError;
use super::people::Person;
use super::story::{Ago, Story};
use app::domain::{OrganizationId, PoolId};
use chrono::{DateTime, TimeDelta, Utc};
use server_store::clock::Clock;
use sqlx::PgConnection;

/// What the tables of the story hang on.
struct Stage {
    now: DateTime<Utc>,
    organization: OrganizationId,
    general: PoolId,
    /// By their place in [`super::people::PEOPLE`].
    members: Vec<i64>,
    /// By their place in [`super::story::TAGS`].
    tags: Vec<i64>,
}

impl Stage {
    fn at(&self, ago: Ago) -> DateTime<Utc> {
        self.now - TimeDelta::seconds(ago)
    }

    fn member(&self, person: Person) -> i64 {
        self.members[person]
    }
}

/// Writes all of it.
pub(super) async fn story(
    tx: &mut PgConnection,
    clock: &Clock,
    story: &Story,
    password_hash: &str,
) -> Result<(), DemoError> {
    let stage = organization::write(tx, clock, password_hash).await?;
    let campaigns = campaigns::write(tx, &stage, story).await?;
    teams::write(tx, &stage, &campaigns).await?;
    let contacts = contacts::write(tx, &stage, story, &campaigns).await?;
    messages::write(tx, &stage, story, &contacts).await?;
    handovers::write(tx, &stage, story, &contacts).await?;
    Ok(())
}
