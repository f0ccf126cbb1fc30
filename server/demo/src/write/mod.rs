//! Puts the story into the database: a statement a table, in the caller's transaction.

mod campaigns;
mod contacts;
mod handovers;
mod messages;
mod organization;
mod stage;
mod teams;

use super::error::DemoError;
use super::story::Story;
use server_store::clock::Clock;
use sqlx::PgConnection;
use stage::Stage;

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
